using Microsoft.Extensions.Logging;

namespace Baton.Journal;

/// <summary>What the room tells its operator.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(1, LogLevel.Error, "A commit to the log failed; {Requests} writers were told and the log goes on")]
    public static partial void CommitFailed(ILogger logger, int requests, Exception reason);

    [LoggerMessage(2, LogLevel.Error, "The projections could not follow the log; they try again in {Seconds} s and lose nothing")]
    public static partial void ProjectionFailed(ILogger logger, double seconds, Exception reason);

    [LoggerMessage(3, LogLevel.Information, "The projections were made by another version of Baton and are rebuilt from the log")]
    public static partial void ProjectionOutdated(ILogger logger);

    [LoggerMessage(4, LogLevel.Warning, "The connection that listens for new events was lost; new events are looked for every {Seconds} s until it is back")]
    public static partial void ListenerLost(ILogger logger, double seconds, Exception reason);

    [LoggerMessage(5, LogLevel.Information, "This node writes the projections")]
    public static partial void ProjectionWriter(ILogger logger);
}
