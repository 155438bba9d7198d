using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Baton.LoadGenerator;

/// <summary>What a .NET process really holds: resident memory says what the runtime has not handed back.</summary>
internal static class ManagedHeap
{
    private const long Collections = 0x1;
    private const long CollectNow = 0x80_0000;

    /// <summary>Has the process collect everything it does not hold, and answers the bytes that survived.</summary>
    public static Task<long> CollectAsync(int process) => Task.Run(() =>
    {
        var survived = 0L;
        using var session = new DiagnosticsClient(process).StartEventPipeSession(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Collections | CollectNow)], requestRundown: false);
        using var events = new EventPipeEventSource(session.EventStream);
        events.Clr.GCHeapStats += heap =>
        {
            survived = heap.TotalPromotedSize0 + heap.TotalPromotedSize1 + heap.TotalPromotedSize2 + heap.TotalPromotedSize3 + heap.TotalPromotedSize4;
            session.Stop();
        };
        events.Process();
        return survived;
    });
}
