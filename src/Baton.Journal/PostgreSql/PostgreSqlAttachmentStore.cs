using Npgsql;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>Attachments in a table of their own.</summary>
internal sealed class PostgreSqlAttachmentStore(PostgreSqlSource source) : IAttachmentStore, IAttachmentArchive
{
    public async Task PutAsync(ConversationId conversation, AttachmentRef attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        AttachmentRules.Check(attachment, content.Length);
        try
        {
            await source.UseOnceAsync(
                async connection =>
                {
                    await connection.ExecuteAsync(
                        "INSERT INTO baton.attachments (conversation, id, name, media_type, content) VALUES ($1, $2, $3, $4, $5)",
                        cancellationToken,
                        Value(Key(conversation)),
                        Value(attachment.Id),
                        Value(attachment.Name),
                        Value(attachment.MediaType),
                        Value(content));
                    return true;
                },
                cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw AttachmentRules.Exists(conversation, attachment.Id, e);
        }
    }

    public Task<(AttachmentRef Attachment, byte[] Content)?> GetAsync(ConversationId conversation, string id, CancellationToken cancellationToken) =>
        source.UseAsync<(AttachmentRef, byte[])?>(
            async connection => await connection.ReadAsync(
                "SELECT name, media_type, content FROM baton.attachments WHERE conversation = $1 AND id = $2",
                reader =>
                {
                    var content = reader.GetFieldValue<byte[]>(2);
                    return (new AttachmentRef(id, reader.GetString(0), reader.GetString(1), content.Length), content);
                },
                cancellationToken,
                Value(Key(conversation)),
                Value(id.Replace("\0", "", StringComparison.Ordinal))) is [var found] ? found : null,
            cancellationToken);

    public async Task<IReadOnlyList<AttachmentRef>> ListAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        await source.UseAsync(
            connection => connection.ReadAsync(
                "SELECT id, name, media_type, length(content) FROM baton.attachments WHERE conversation = $1 ORDER BY id",
                reader => new AttachmentRef(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)),
                cancellationToken,
                Value(Key(conversation))),
            cancellationToken);
}
