using Microsoft.Data.Sqlite;

namespace Baton.Journal.Tests;

/// <summary>What only SQLite must do: one process a folder, and a disk that fails.</summary>
public sealed class SqliteFolderTests : Suite<SqliteEngine>
{
    [Fact]
    public async Task A_second_node_on_the_same_folder_is_told_why_it_cannot_start()
    {
        await AppendAsync(NewId(), 0, Opened());
        await using var second = await Engine.StartAsync(follows: false);
        var error = Assert.Throws<JournalUnavailableException>(() => second.Journal);
        Assert.Contains(Engine.Folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("in use by another Baton", error.Message, StringComparison.Ordinal);
        await AppendAsync(NewId(), 0, Opened());
    }

    [Fact]
    public async Task A_folder_of_a_newer_baton_is_refused()
    {
        await AppendAsync(NewId(), 0, Opened());
        await Node.DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Engine.Folder, "log.db")};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 99");
        }

        await RestartAsync();
        Assert.Contains("newer Baton", Assert.Throws<JournalUnavailableException>(() => Journal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_disk_is_full_the_writers_are_told_and_the_log_goes_on_when_there_is_room()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened());
        var writer = await FillAsync();
        var errors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            await Record.ExceptionAsync(() => AppendAsync(NewId(), 0, Wrote(new string('x', 16_000))))));
        Assert.Contains(errors, e => e is JournalUnavailableException);
        Assert.DoesNotContain(errors, e => e is not null and not JournalUnavailableException);

        await writer(1 << 30);
        var head = await Journal.GetHeadAsync(Stop);
        Assert.Equal(1 + errors.Count(e => e is null), head);
        Assert.Equal(head + 1, (await AppendAsync(id, 1, Wrote("room again")))[0].Position);
        Assert.Equal(head + 1, (await Journal.ReadAllAsync(0, 1000, Stop)).Count);
    }

    [Fact]
    public async Task Lost_projections_are_read_from_the_log_again()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened("Ada"), Wrote("Hello"));
        await Node.DisposeAsync();
        foreach (var file in Directory.GetFiles(Engine.Folder, "projections.db*")) File.Delete(file);
        await using var node = await Engine.StartAsync();
        await node.Index.WaitForAsync(2, Stop);
        Assert.Equal("Hello", (await node.Index.GetAsync(id, Stop))?.Snippet);
    }

    [Fact]
    public async Task Projections_of_another_log_are_made_anew()
    {
        await using (var node = await TakeOverAsync())
        {
            var last = await node.Journal.AppendAsync(NewId(), 0, [Opened("Ada"), Wrote("one"), Wrote("two")], Now, null, Stop);
            await node.Index.WaitForAsync(last[^1].Position, Stop);
        }

        // As after a backup of the log that is older than the projections.
        foreach (var file in Directory.GetFiles(Engine.Folder, "log.db*")) File.Delete(file);
        await using var restored = await Engine.StartAsync();
        var id = NewId();
        var events = await restored.Journal.AppendAsync(id, 0, [Opened("Ben"), Wrote("other")], Now, null, Stop);
        await restored.Index.WaitForAsync(events[^1].Position, Stop);
        Assert.Equal([id], (await restored.Index.ListAsync(new(), Stop)).Select(s => s.Id));
    }

    [Fact]
    public async Task An_append_after_the_end_is_refused()
    {
        var journal = Journal;
        await Node.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(NewId(), 0, [Opened()], Now, null, Stop));
    }

    private async Task<Node> TakeOverAsync()
    {
        await Node.DisposeAsync();
        return await Engine.StartAsync();
    }

    /// <summary>Lets the log's file grow no further, as a full disk would; answers how to change that.</summary>
    private async Task<Func<long, Task>> FillAsync()
    {
        var journal = (SqliteJournal)Journal;
        await SetAsync(8);
        return SetAsync;

        Task SetAsync(long pages) => journal.LimitPagesAsync(pages, Stop);
    }
}
