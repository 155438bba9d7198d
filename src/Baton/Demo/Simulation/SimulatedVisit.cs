using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace Baton;

/// <summary>One conversation of one simulated customer, at a person's speed.</summary>
internal sealed class SimulatedVisit(SimulatedClient client, SimulatedScript script, Random random, TimeProvider time)
{
    // Somebody who has gone silently keeps their place until the service has closed the conversation, or this long.
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(30);

    private readonly SimulatedMind _mind = new(script, random);
    private int _messages;

    /// <summary>Plays it to its end.</summary>
    /// <returns>How it ended, for the log.</returns>
    public async Task<string> RunAsync(string? identity, CancellationToken stop)
    {
        await client.OpenAsync(script.Locale, identity, stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var seen = Channel.CreateUnbounded<SimulatedItem>();
        var watching = WatchAsync(seen.Writer, over.Token);
        try
        {
            await DoAsync(_mind.Begin(), stop);
            while (!_mind.IsDone)
            {
                if (await SomethingHappensAsync(seen.Reader, stop))
                {
                    await PauseAsync(TimeSpan.FromSeconds(1.5), stop);
                    while (seen.Reader.TryRead(out var item))
                        _mind.See(item);
                    await DoAsync(_mind.React(), stop);
                }
                else
                {
                    await DoAsync(_mind.OutOfPatience(), stop);
                }
            }

            return $"done after {_messages} messages";
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
    }

    private async Task WatchAsync(ChannelWriter<SimulatedItem> seen, CancellationToken stop)
    {
        try
        {
            await foreach (var item in client.FollowAsync(stop))
                seen.TryWrite(item);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            seen.TryComplete();
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            seen.TryComplete(error);
        }
    }

    // True when there is something to see; false when patience has run out.
    private async Task<bool> SomethingHappensAsync(ChannelReader<SimulatedItem> seen, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(_mind.IsSilent ? _silence : script.Temperament.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            return await seen.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task DoAsync(IReadOnlyList<SimulatedAct> acts, CancellationToken stop)
    {
        foreach (var act in acts)
        {
            switch (act)
            {
                case Say say:
                    await SayAsync(say.Text, stop);
                    break;
                case PressForPerson:
                    await PauseAsync(TimeSpan.FromSeconds(2), stop);
                    await client.AskForPersonAsync(stop);
                    break;
                case Rate rate:
                    await PauseAsync(TimeSpan.FromSeconds(3), stop);
                    await client.RateAsync(rate.Score, rate.Comment, stop);
                    break;
                case GoAway:
                    await client.LeaveAsync(stop);
                    break;
                default:
                    throw new InvalidOperationException($"Nobody knows how to do {act.GetType().Name}.");
            }
        }
    }

    // Thinks, types at some forty words a minute, sends.
    private async Task SayAsync(string text, CancellationToken stop)
    {
        await PauseAsync(TimeSpan.FromSeconds(2), stop);
        await client.TypingAsync(true, stop);
        await PauseAsync(TimeSpan.FromSeconds(Math.Clamp(text.Length / 4.0, 1.5, 25)), stop);
        await client.SayAsync(string.Create(CultureInfo.InvariantCulture, $"m{++_messages}"), text, stop);
        await client.TypingAsync(false, stop);
    }

    private Task PauseAsync(TimeSpan usual, CancellationToken stop) =>
        Task.Delay(usual * script.Temperament.Pace * (0.7 + (0.6 * random.NextDouble())), time, stop);
}
