using System.Threading.Channels;

namespace Baton.Web;

/// <summary>Wakes the service when there is something to do, so that it need not look all the time.</summary>
internal sealed class WebhookNudge
{
    private readonly Channel<bool> endpoints = One();
    private readonly Channel<bool> deliveries = One();

    public void EndpointAdded() => endpoints.Writer.TryWrite(true);

    public void DeliveriesWait() => deliveries.Writer.TryWrite(true);

    public Task WaitForEndpointAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => WaitAsync(endpoints, atMost, time, cancellationToken);

    public Task WaitForDeliveriesAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => WaitAsync(deliveries, atMost, time, cancellationToken);

    private static async Task WaitAsync(Channel<bool> channel, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(channel.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        channel.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static Channel<bool> One() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
