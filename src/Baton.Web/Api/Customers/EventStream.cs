using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Baton.Desk;

namespace Baton.Web;

/// <summary>
/// Writes what a customer may see as Server-Sent Events. Events that are there already go out in one flush; a flush that waits for a
/// slow reader holds back the reading of the feed; silence is filled with comments.
/// </summary>
internal sealed class EventStream(PipeWriter output, TimeProvider time, TimeSpan heartbeat) : IDisposable
{
    private readonly Utf8JsonWriter json = new(output, new() { SkipValidation = true });

    public async Task WriteAsync(IAsyncEnumerable<FeedItem> items, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var feed = items.GetAsyncEnumerator(ending.Token);
        var next = Task.FromResult(true);
        try
        {
            // The first bytes at once: a client knows that it is connected.
            output.Write(": connected\n\n"u8);
            var beat = Task.Delay(heartbeat, time, ending.Token);
            while (true)
            {
                var pending = feed.MoveNextAsync();
                if (pending.IsCompleted)
                {
                    if (!await pending) break;
                }
                else
                {
                    next = pending.AsTask();
                    if ((await output.FlushAsync(ending.Token)).IsCompleted) return;
                    while (await Task.WhenAny(next, beat) == beat)
                    {
                        await beat;
                        output.Write(": still here\n\n"u8);
                        if ((await output.FlushAsync(ending.Token)).IsCompleted) return;
                        beat = Task.Delay(heartbeat, time, ending.Token);
                    }

                    if (!await next) break;
                }

                if (View(feed.Current) is not { } item) continue;
                Write(item);
                // A long history goes out in pieces, so that a slow reader costs no more memory than one piece.
                if (output.UnflushedBytes > 32_768 && (await output.FlushAsync(ending.Token)).IsCompleted) return;
            }

            await output.FlushAsync(ending.Token);
        }
        finally
        {
            // The feed may not be let go of while it still looks for its next item.
            await ending.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    public void Dispose() => json.Dispose();

    private CustomerItem? View(FeedItem item) => item switch
    {
        FeedEvent happened => CustomerItems.Of(happened.Logged),
        FeedTyping typing => CustomerItems.Of(typing, time.GetUtcNow()),
        _ => null,
    };

    private void Write(CustomerItem item)
    {
        if (item.Seq is { } seq)
        {
            output.Write("id: "u8);
            Utf8Formatter.TryFormat(seq, output.GetSpan(16), out var digits);
            output.Advance(digits);
            output.Write("\n"u8);
        }

        output.Write("event: "u8);
        Encoding.UTF8.GetBytes(item.EventName, output);
        output.Write("\ndata: "u8);
        JsonSerializer.Serialize(json, item, ApiJson.For<CustomerItem>());
        json.Reset();
        output.Write("\n\n"u8);
    }
}
