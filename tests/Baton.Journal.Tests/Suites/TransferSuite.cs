using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Journal.Tests;

/// <summary>What export and import must do on every engine, and from it to each of the engines.</summary>
public abstract class TransferSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    [Fact]
    public Task Export_import_export_gives_the_same_bytes_on_sqlite() => MovesAsync<SqliteEngine>();

    [Fact]
    public Task Export_import_export_gives_the_same_bytes_on_postgresql() => MovesAsync<PostgreSqlEngine>();

    [Fact]
    public async Task An_imported_conversation_keeps_its_versions_and_times_and_is_due_at_once()
    {
        await FillAsync();
        var export = await ExportAsync(Node);
        await using var other = new TEngine();
        await using var target = await other.StartAsync(follows: false);
        target.Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(target, export);

        foreach (var e in (await Journal.ReadAllAsync(0, 10_000, Stop)).GroupBy(e => e.Conversation))
            Assert.Equal(e.Select(Texts.Portable), (await target.Journal.ReadAsync(e.Key, 0, Stop)).Select(Texts.Portable));
        Assert.Equal(target.Time.GetUtcNow(), await target.Journal.GetNextDeadlineAsync(Stop));
        Assert.Equal(5, (await target.Journal.ClaimDueAsync(target.Time.GetUtcNow(), TimeSpan.FromMinutes(1), 100, Stop)).Count);
    }

    [Fact]
    public async Task Importing_what_is_there_already_changes_nothing()
    {
        await FillAsync();
        var head = await Journal.GetHeadAsync(Stop);
        var export = await ExportAsync(Node);
        Assert.Equal(new TransferCount(0, 0, 0, 5), await ImportAsync(Node, export));
        Assert.Equal(head, await Journal.GetHeadAsync(Stop));
        Assert.Equal(export, await ExportAsync(Node));
    }

    [Fact]
    public async Task A_conversation_that_differs_ends_the_import_and_stays_as_it_is()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened(), Wrote("mine"));
        var export = (await ExportAsync(Node)).Replace("mine", "theirs", StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(Node, export));
        Assert.Equal(1, error.Line);
        Assert.Contains(id.Value, error.Message, StringComparison.Ordinal);
        Assert.Contains("mine", await ExportAsync(Node), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("""{"conversation":"X"}""", "conversation id")]
    [InlineData("""{"conversation":"0123456789abcdef0123456789abcdef","version":2,"at":"2026-11-23T09:00:00.000000Z","type":"customer-wrote.1","data":{"messageId":"m","text":"","attachments":[]}}""", "without gaps")]
    [InlineData("""{"conversation":"0123456789abcdef0123456789abcdef","version":1,"at":"yesterday","type":"customer-wrote.1","data":{"messageId":"m","text":"","attachments":[]}}""", "\"at\"")]
    [InlineData("""{"conversation":"0123456789abcdef0123456789abcdef","version":1,"at":"2026-11-23T09:00:00.000000Z","type":"customer-sang.1","data":{}}""", "customer-sang.1")]
    [InlineData("""{"conversation":"0123456789abcdef0123456789abcdef","version":1,"at":"2026-11-23T09:00:00.000000Z","type":"customer-wrote.1","data":{}}""", "customer-wrote.1")]
    [InlineData("""{"conversation":"0123456789abcdef0123456789abcdef","attachment":"a","name":"n","mediaType":"t","content":"AA=="}""", "does not follow")]
    public async Task A_bad_line_is_refused_with_its_number_and_what_came_before_stays(string line, string reason)
    {
        await FillAsync();
        var export = await ExportAsync(Node);
        await using var other = new TEngine();
        await using var target = await other.StartAsync(follows: false);
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(target, export + line + "\n"));
        Assert.Equal(export.Count(c => c == '\n') + 1, error.Line);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        // Of the last conversation nobody could know whether it was complete.
        var again = await ImportAsync(target, export);
        Assert.InRange(again.Skipped, 4, 5);
        Assert.Equal(5, again.Skipped + again.Conversations);
        Assert.Equal(export, await ExportAsync(target));
    }

    private async Task MovesAsync<TOther>()
        where TOther : Engine, new()
    {
        await FillAsync();
        var export = await ExportAsync(Node);
        await using var other = new TOther();
        await using var target = await other.StartAsync(follows: false);
        var count = await ImportAsync(target, export);
        Assert.Equal((5, 2, 0), (count.Conversations, count.Attachments, count.Skipped));
        Assert.Equal(export, await ExportAsync(target));
    }

    private async Task FillAsync()
    {
        List<ConversationId> ids = [.. Enumerable.Range(0, 5).Select(_ => NewId())];
        // Every kind of event, spread over the conversations.
        var versions = new int[5];
        foreach (var (gen, i) in RandomEvents.Kinds.Concat(RandomEvents.Kinds).Select((g, i) => (g, i)))
        {
            Node.Time.Advance(TimeSpan.FromTicks(12_345_678));
            await AppendAsync(ids[i % 5], versions[i % 5]++, gen.Single());
        }

        await Node.Attachments.PutAsync(ids[1], new("b", "Foto 图.png", "image/png", 3), new byte[] { 1, 2, 3 }, Stop);
        await Node.Attachments.PutAsync(ids[1], new("a", "empty.txt", "text/plain", 0), Array.Empty<byte>(), Stop);
    }

    private static async Task<string> ExportAsync(Node node)
    {
        using var output = new MemoryStream();
        await node.Services.GetRequiredService<ConversationExport>().WriteAsync(output, Stop);
        return new UTF8Encoding(false, true).GetString(output.ToArray());
    }

    private static async Task<TransferCount> ImportAsync(Node node, string lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return await node.Services.GetRequiredService<ConversationImport>().ReadAsync(input, Stop);
    }
}
