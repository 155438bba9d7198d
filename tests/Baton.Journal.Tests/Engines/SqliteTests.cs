namespace Baton.Journal.Tests;

public sealed class SqliteJournalTests : JournalSuite<SqliteEngine>;

public sealed class SqliteConversationIndexTests : ConversationIndexSuite<SqliteEngine>;
