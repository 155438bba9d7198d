namespace Baton.Journal.Tests;

public sealed class PostgreSqlJournalTests : JournalSuite<PostgreSqlEngine>;

public sealed class PostgreSqlDeadlineTests : DeadlineSuite<PostgreSqlEngine>;

public sealed class PostgreSqlAttachmentStoreTests : AttachmentStoreSuite<PostgreSqlEngine>;

public sealed class PostgreSqlConversationIndexTests : ConversationIndexSuite<PostgreSqlEngine>;

public sealed class PostgreSqlRebuildTests : RebuildSuite<PostgreSqlEngine>;

public sealed class PostgreSqlTransferTests : TransferSuite<PostgreSqlEngine>;

public sealed class PostgreSqlKeptValuesTests : KeptValuesSuite<PostgreSqlEngine>;
