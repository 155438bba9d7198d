namespace Baton.Journal.Tests;

public sealed class SqliteJournalTests : JournalSuite<SqliteEngine>;

public sealed class SqliteDeadlineTests : DeadlineSuite<SqliteEngine>;

public sealed class SqliteAttachmentStoreTests : AttachmentStoreSuite<SqliteEngine>;

public sealed class SqliteConversationIndexTests : ConversationIndexSuite<SqliteEngine>;

public sealed class SqliteRebuildTests : RebuildSuite<SqliteEngine>;

public sealed class SqliteTransferTests : TransferSuite<SqliteEngine>;

public sealed class SqliteKeptValuesTests : KeptValuesSuite<SqliteEngine>;
