using Microsoft.Data.Sqlite;

namespace Baton.Journal;

/// <summary>Attachments in a file of their own, so that a large one never holds up the log.</summary>
internal sealed class SqliteAttachmentStore : IAttachmentStore, IAttachmentArchive, IDisposable
{
    private const string File = "attachments.db";
    private const string Tables = """
        CREATE TABLE attachments (
          conversation BLOB NOT NULL,
          id TEXT NOT NULL,
          name TEXT NOT NULL,
          media_type TEXT NOT NULL,
          content BLOB NOT NULL,
          PRIMARY KEY (conversation, id));
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteReaders _readers;
    private readonly SemaphoreSlim _oneWriter = new(1);

    public SqliteAttachmentStore(SqliteFolder folder)
    {
        _connection = folder.OpenWriter(File, durable: true);
        try
        {
            _connection.Migrate(File, 1, Tables);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _readers = new(folder, File);
    }

    public async Task PutAsync(ConversationId conversation, AttachmentRef attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        AttachmentRules.Check(attachment, content.Length);
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            using var insert = _connection.Prepare("INSERT INTO attachments (conversation, id, name, media_type, content) VALUES ($1, $2, $3, $4, $5)", 5);
            // Away from the caller's thread: ten megabytes and their sync take a while.
            await Task.Run(() => insert.With(SqliteCommands.Key(conversation), attachment.Id, attachment.Name, attachment.MediaType, content.ToArray()).ExecuteNonQuery(), cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw AttachmentRules.Exists(conversation, attachment.Id, e);
        }
        catch (SqliteException e)
        {
            throw new JournalUnavailableException($"The attachment could not be kept: {e.Message}", e);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public Task<(AttachmentRef Attachment, byte[] Content)?> GetAsync(ConversationId conversation, string id, CancellationToken cancellationToken) =>
        Task.Run(
            () => _readers.Read<(AttachmentRef, byte[])?>(session =>
            {
                using var reader = session.Command("SELECT name, media_type, content FROM attachments WHERE conversation = $1 AND id = $2", SqliteCommands.Key(conversation), id).ExecuteReader();
                if (!reader.Read()) return null;
                var content = reader.GetFieldValue<byte[]>(2);
                return (new(id, reader.GetString(0), reader.GetString(1), content.Length), content);
            }),
            cancellationToken);

    public Task<IReadOnlyList<AttachmentRef>> ListAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_readers.Read<IReadOnlyList<AttachmentRef>>(session =>
        {
            List<AttachmentRef> list = [];
            using var reader = session.Command("SELECT id, name, media_type, length(content) FROM attachments WHERE conversation = $1 ORDER BY id", SqliteCommands.Key(conversation)).ExecuteReader();
            while (reader.Read()) list.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3)));
            return list;
        }));
    }

    public void Dispose()
    {
        _readers.Dispose();
        _connection.Dispose();
        _oneWriter.Dispose();
    }
}
