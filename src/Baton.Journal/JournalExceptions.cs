namespace Baton.Journal;

/// <summary>
/// The log's store could not do what it was asked: the disk is full, the database is away. Nothing was acknowledged; when it
/// happened during an append, read the conversation again before deciding anew, for the commit may have happened unheard.
/// </summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
