namespace Baton.Journal.Tests;

/// <summary>What every engine's log must do.</summary>
public abstract class JournalSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    [Fact]
    public async Task Appended_events_are_read_back_in_order_with_their_places()
    {
        var id = NewId();
        var first = await AppendAsync(id, 0, Opened("Ada"), Wrote("Hello"));
        var second = await AppendAsync(id, 2, new AgentReplied("Good day", 2, [new("Orders", "orders")], ["a"]));

        Assert.Equal([1L, 2L, 3L], first.Concat(second).Select(e => e.Position));
        var read = await Journal.ReadAsync(id, 0, Stop);
        Assert.Equal([1, 2, 3], read.Select(e => e.Version));
        Assert.Equal(first.Concat(second).Select(Texts.Json), read.Select(Texts.Json));
        Assert.All(read, e => Assert.Equal(Now, e.At));
    }

    [Fact]
    public async Task Reading_after_a_version_leaves_out_what_came_before()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened(), Wrote("a"), Wrote("b"));
        Assert.Equal([3], (await Journal.ReadAsync(id, 2, Stop)).Select(e => e.Version));
        Assert.Empty(await Journal.ReadAsync(id, 3, Stop));
        Assert.Empty(await Journal.ReadAsync(NewId(), 0, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_writer_who_read_too_long_ago_is_refused_and_nothing_is_written(int expected)
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened(), Wrote("a"));
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(() => AppendAsync(id, expected, Wrote("b")));
        Assert.Equal((id, expected, 2), (conflict.Conversation, conflict.Expected, conflict.Actual));
        Assert.Equal(2, await Journal.GetHeadAsync(Stop));
        Assert.Equal(2, (await Journal.ReadAsync(id, 0, Stop)).Count);
    }

    [Fact]
    public async Task Of_many_who_append_to_one_conversation_at_once_exactly_one_wins()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened());
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
        {
            try
            {
                await Task.Yield();
                await AppendAsync(id, 1, Wrote($"{i}"), Wrote($"{i} again"));
                return true;
            }
            catch (VersionConflictException)
            {
                return false;
            }
        }));
        Assert.Single(results, won => won);
        Assert.Equal(3, (await Journal.ReadAsync(id, 0, Stop)).Count);
    }

    [Fact]
    public async Task A_conflict_in_a_shared_commit_fails_alone()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => NewId()).ToList();
        var appends = ids.Select((id, i) => AppendAsync(id, i % 3 == 0 ? 7 : 0, Opened())).ToList();
        for (var i = 0; i < appends.Count; i++)
        {
            if (i % 3 == 0) await Assert.ThrowsAsync<VersionConflictException>(() => appends[i]);
            else Assert.Equal(1, Assert.Single(await appends[i]).Version);
        }

        var all = await Journal.ReadAllAsync(0, 1000, Stop);
        Assert.Equal(Enumerable.Range(1, all.Count).Select(i => (long)i), all.Select(e => e.Position));
        Assert.Equal(ids.Where((_, i) => i % 3 != 0).ToHashSet(), all.Select(e => e.Conversation).ToHashSet());
    }

    [Fact]
    public async Task Appends_of_one_conversation_that_do_not_wait_for_each_other_may_share_a_commit()
    {
        var id = NewId();
        var appends = Enumerable.Range(0, 100).Select(i => AppendAsync(id, i, Wrote($"{i}"))).ToList();
        await Task.WhenAll(appends);
        var read = await Journal.ReadAsync(id, 0, Stop);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), read.Select(e => ((CustomerWrote)e.Event).Text));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        var id = NewId();
        await Journal.AppendAsync(id, 0, [Opened("Ada"), Wrote("Hello")], Now, Now.AddMinutes(1), Stop);
        var before = await Journal.ReadAsync(id, 0, Stop);
        await RestartAsync();
        Assert.Equal(before.Select(Texts.Json), (await Journal.ReadAsync(id, 0, Stop)).Select(Texts.Json));
        Assert.Equal(2, await Journal.GetHeadAsync(Stop));
        Assert.Equal(Now.AddMinutes(1), await Journal.GetNextDeadlineAsync(Stop));
        await Assert.ThrowsAsync<VersionConflictException>(() => AppendAsync(id, 0, Wrote("again")));
        Assert.Equal(3, (await AppendAsync(id, 2, Wrote("again")))[0].Position);
    }

    [Fact]
    public async Task The_whole_log_is_read_in_pages()
    {
        var id = NewId();
        for (var i = 0; i < 10; i++) await AppendAsync(id, i, Wrote($"{i}"));
        for (var restart = 0; restart < 2; restart++)
        {
            Assert.Equal([3L, 4L, 5L], (await Journal.ReadAllAsync(2, 3, Stop)).Select(e => e.Position));
            Assert.Equal([9L, 10L], (await Journal.ReadAllAsync(8, 100, Stop)).Select(e => e.Position));
            Assert.Empty(await Journal.ReadAllAsync(10, 100, Stop));
            Assert.Empty(await Journal.ReadAllAsync(99, 100, Stop));
            await RestartAsync(); // once from memory, once from the store
        }
    }

    [Fact]
    public async Task Waiting_for_growth_ends_with_the_next_commit_and_at_once_when_there_was_one()
    {
        await Journal.WaitForGrowthAsync(-1, Stop);
        var growth = Journal.WaitForGrowthAsync(0, Stop);
        Assert.False(growth.IsCompleted);
        await AppendAsync(NewId(), 0, Opened());
        await growth;
        await Journal.WaitForGrowthAsync(0, Stop);
    }

    [Fact]
    public async Task Waiting_for_growth_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        var growth = Journal.WaitForGrowthAsync(0, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => growth);
    }

    [Fact]
    public async Task An_append_without_events_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(NewId(), 0));

    [Fact]
    public async Task Every_character_comes_back_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Range(0, 0x3000).Concat([0xFFFD, 0xFFFE, 0xFFFF, 0x1F469]).Select(char.ConvertFromUtf32)) + "\r\n\"\\</script>退款";
        var id = NewId();
        await AppendAsync(id, 0, Wrote(text));
        await RestartAsync();
        Assert.Equal(text, ((CustomerWrote)(await Journal.ReadAsync(id, 0, Stop))[0].Event).Text);
    }

    [Fact]
    public async Task Half_a_character_is_refused_rather_than_changed()
    {
        foreach (var text in (string[])["\uD83D", "a\uDE00b", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"])
            await Assert.ThrowsAsync<EventFormatException>(() => AppendAsync(NewId(), 0, Wrote(text)));
        Assert.Equal(0, await Journal.GetHeadAsync(Stop));
    }

    [Fact]
    public async Task Times_are_kept_to_the_microsecond_in_utc()
    {
        var at = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_345_678);
        var id = NewId();
        var appended = await Journal.AppendAsync(id, 0, [Opened()], at, null, Stop);
        var read = await Journal.ReadAsync(id, 0, Stop);
        Assert.Equal(appended[0].At, read[0].At);
        Assert.Equal(TimeSpan.Zero, read[0].At.Offset);
        Assert.InRange(at - read[0].At, TimeSpan.Zero, TimeSpan.FromMicroseconds(1));
    }
}
