namespace Baton.Journal.Tests;

/// <summary>What every engine must do with the deadlines of conversations.</summary>
public abstract class DeadlineSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_deadline_is_handed_out_when_it_has_passed_and_not_before()
    {
        var id = await WakeAsync(NewId(), 0, Now.AddSeconds(1));
        Assert.Equal(Now.AddSeconds(1), await Journal.GetNextDeadlineAsync(Stop));
        Assert.Empty(await Journal.ClaimDueAsync(Now.AddSeconds(1) - TimeSpan.FromMicroseconds(1), Lease, 10, Stop));
        Assert.Equal([id], await Journal.ClaimDueAsync(Now.AddSeconds(1), Lease, 10, Stop));
    }

    [Fact]
    public async Task A_deadline_between_two_microseconds_is_kept_as_the_later_one()
    {
        var due = Now.AddTicks(5);
        await WakeAsync(NewId(), 0, due);
        Assert.InRange((await Journal.GetNextDeadlineAsync(Stop))!.Value - due, TimeSpan.Zero, TimeSpan.FromMicroseconds(1));
        Assert.Empty(await Journal.ClaimDueAsync(Now, Lease, 10, Stop));
    }

    [Fact]
    public async Task A_claimed_deadline_is_handed_out_again_only_after_its_lease()
    {
        var id = await WakeAsync(NewId(), 0, Now);
        Assert.Equal([id], await Journal.ClaimDueAsync(Now, Lease, 10, Stop));
        Assert.Empty(await Journal.ClaimDueAsync(Now + Lease - TimeSpan.FromSeconds(1), Lease, 10, Stop));
        Assert.Null(await Journal.GetNextDeadlineAsync(Stop));
        Node.Time.Advance(Lease);
        Assert.NotNull(await Journal.GetNextDeadlineAsync(Stop));
        Assert.Equal([id], await Journal.ClaimDueAsync(Now, Lease, 10, Stop));
    }

    [Fact]
    public async Task The_next_append_replaces_the_deadline_and_frees_it_or_drops_it()
    {
        var id = await WakeAsync(NewId(), 0, Now);
        await Journal.ClaimDueAsync(Now, Lease, 10, Stop);
        await WakeAsync(id, 1, Now.AddSeconds(5));
        Assert.Equal([id], await Journal.ClaimDueAsync(Now.AddSeconds(5), Lease, 10, Stop));
        await AppendAsync(id, 2, Wrote("never mind"));
        Assert.Empty(await Journal.ClaimDueAsync(Now.AddYears(1), Lease, 10, Stop));
        Assert.Null(await Journal.GetNextDeadlineAsync(Stop));
    }

    [Fact]
    public async Task A_refused_append_leaves_the_deadline_as_it_was()
    {
        var id = await WakeAsync(NewId(), 0, Now.AddSeconds(1));
        await Assert.ThrowsAsync<VersionConflictException>(() => WakeAsync(id, 0, Now.AddSeconds(9)));
        Assert.Equal(Now.AddSeconds(1), await Journal.GetNextDeadlineAsync(Stop));
    }

    [Fact]
    public async Task A_deadline_can_be_set_without_an_append()
    {
        var id = NewId();
        await AppendAsync(id, 0, Opened());
        await Journal.SetDeadlineAsync(id, Now.AddSeconds(2), Stop);
        Assert.Equal(Now.AddSeconds(2), await Journal.GetNextDeadlineAsync(Stop));
        await Journal.SetDeadlineAsync(id, null, Stop);
        Assert.Null(await Journal.GetNextDeadlineAsync(Stop));
        Assert.Single(await Journal.ReadAsync(id, 0, Stop));
    }

    [Fact]
    public async Task The_earliest_come_first_and_a_claim_is_bounded()
    {
        List<ConversationId> ids = [];
        foreach (var seconds in (int[])[3, 1, 2]) ids.Add(await WakeAsync(NewId(), 0, Now.AddSeconds(seconds)));
        Assert.Equal([ids[1], ids[2]], (await Journal.ClaimDueAsync(Now.AddSeconds(5), Lease, 2, Stop)).OrderBy(ids.IndexOf));
        Assert.Equal([ids[0]], await Journal.ClaimDueAsync(Now.AddSeconds(5), Lease, 2, Stop));
    }

    [Fact]
    public async Task Several_claimers_at_once_get_each_deadline_once()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => NewId()).ToList();
        await Task.WhenAll(ids.Select(id => WakeAsync(id, 0, Now)));
        await using var second = Engine.AllowsManyNodes ? await Engine.StartAsync(follows: false) : null;
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            List<ConversationId> mine = [];
            var journal = i % 2 == 1 && second is not null ? second.Journal : Journal;
            while (await journal.ClaimDueAsync(Now, Lease, 7, Stop) is { Count: > 0 } some) mine.AddRange(some);
            return mine;
        }));
        Assert.Equal(ids.Order(Comparer<ConversationId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))), claims.SelectMany(c => c).OrderBy(c => c.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deadlines_outlive_a_restart()
    {
        var id = await WakeAsync(NewId(), 0, Now.AddSeconds(1));
        await RestartAsync();
        Assert.Equal([id], await Journal.ClaimDueAsync(Now.AddSeconds(1), Lease, 10, Stop));
    }

    private async Task<ConversationId> WakeAsync(ConversationId id, int expected, DateTimeOffset deadline)
    {
        await Journal.AppendAsync(id, expected, [Wrote("hello")], Now, deadline, Stop);
        return id;
    }
}
