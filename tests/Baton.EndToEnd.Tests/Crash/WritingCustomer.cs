using System.Collections.Concurrent;
using System.Globalization;
using Baton.Testing;

namespace Baton.EndToEnd.Tests;

/// <summary>Writes one message after the other, each until it is acknowledged, and remembers what was acknowledged.</summary>
internal sealed class WritingCustomer(CustomerClient client, int number) : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _acknowledged = new();
    private readonly ConcurrentQueue<(int From, TaskCompletionSource Reached)> _waiting = new();

    public int Acknowledged => _acknowledged.Count;

    public int LostAnswers { get; private set; }

    public int Repeats { get; private set; }

    public async Task WriteUntilAsync(CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var id = Id(i);
            _acknowledged[id] = await WriteOneAsync(id);
            // Now and then a client that is not sure sends again what had been acknowledged.
            if (i % 7 == 0) Assert.Equal(_acknowledged[id], await WriteOneAsync(id));
            foreach (var (from, reached) in _waiting)
            {
                if (Acknowledged >= from) reached.TrySetResult();
            }
        }
    }

    /// <summary>Completes when so many messages are acknowledged.</summary>
    public Task AcknowledgedAsync(int count, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue((count, reached));
        return Acknowledged >= count ? Task.CompletedTask : reached.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Everything acknowledged is there once, in the order written, at the place it was acknowledged with.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var kept = (await client.EventsAsync(cancellationToken))
            .Where(item => item.GetProperty("type").GetString() == "message" && item.GetProperty("from").GetString() == "customer")
            .Select(item => (Id: item.GetProperty("id").GetString()!, Seq: item.GetProperty("seq").GetInt32()))
            .ToList();
        Assert.Equal(Enumerable.Range(0, Acknowledged).Select(Id), kept.Select(message => message.Id));
        Assert.All(kept, message => Assert.Equal(_acknowledged[message.Id], message.Seq));
    }

    public void Dispose() => client.Dispose();

    private string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"customer-{number}-message-{i}");

    /// <summary>The same id until there is an answer, as a client must when it does not know whether its message arrived.</summary>
    private async Task<int> WriteOneAsync(string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var (seq, isRepeat) = await client.WriteAsync(id, $"This is {id}", TestContext.Current.CancellationToken);
                if (attempt > 0 && isRepeat) Repeats++;
                return seq;
            }
            catch (HttpRequestException lost) when (lost.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError)
            {
                LostAnswers += attempt == 0 ? 1 : 0;
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }
}
