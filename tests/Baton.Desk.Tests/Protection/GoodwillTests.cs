using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Raised authority in emotional cases, within limits that hold whatever happens.</summary>
public sealed class GoodwillTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingWorker Will = new(new("will"), "Will");
    private static readonly ActingLead Lena = new(new(new("lena"), "Lena"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_given_before_a_lead_set_a_budget_and_nothing_outside_emotional_cases()
    {
        await using var desk = await DeskHost.StartAsync();
        var (upset, calm, goodwill) = (await UpsetAsync(desk, Wanda), await ConductTests.HeldAsync(desk), desk.Get<IGoodwill>());
        Assert.Equal(RefusalCode.AtCapacity, (await GiveAsync(desk, upset, Wanda, 5)).Refusal?.Code);
        await goodwill.SetAsync("default", new(20, 50, 100), Lena, Cancel);
        Assert.Null((await GiveAsync(desk, upset, Wanda, 5)).Refusal);
        Assert.Equal(RefusalCode.Conflict, (await GiveAsync(desk, calm, Wanda, 5)).Refusal?.Code);
        Assert.Equal(RefusalCode.Conflict, (await GiveAsync(desk, upset, Will, 5)).Refusal?.Code);
        Assert.Equal(45, (await goodwill.LeftAsync(upset, "default", Wanda.Id, Cancel)).Today);
        Assert.Contains(await desk.EventsAsync(upset), happened => happened is GoodwillGranted { Amount: 5m, Currency: "EUR", WorkerName: "Wanda" });
        Assert.Equal("Lena", Assert.Single(await goodwill.ChoicesAsync("default", Cancel)).By);
    }

    [Fact]
    public async Task Each_limit_holds_and_says_which_and_survives_a_restart()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Goodwill:PerCase", "20"), ("Desk:Goodwill:PerWorkerAndDay", "30"), ("Desk:Goodwill:PerTeamAndMonth", "45"));
        var (first, second, third) = (await UpsetAsync(desk, Wanda), await UpsetAsync(desk, Wanda), await UpsetAsync(desk, Will));
        Assert.Null((await GiveAsync(desk, first, Wanda, 20)).Refusal);
        await desk.RestartAsync();
        Assert.Contains("in this conversation", (await GiveAsync(desk, first, Wanda, 0.01m)).Refusal!.Why, StringComparison.Ordinal);
        Assert.Contains("10.00 EUR are left for you today", (await GiveAsync(desk, second, Wanda, 15)).Refusal!.Why, StringComparison.Ordinal);
        Assert.Null((await GiveAsync(desk, second, Wanda, 10)).Refusal);
        Assert.Contains("15.00 EUR are left for the team this month", (await GiveAsync(desk, third, Will, 16)).Refusal!.Why, StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(30, (await desk.Get<IGoodwill>().LeftAsync(third, "default", Wanda.Id, Cancel)).Today);
        desk.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(45, (await desk.Get<IGoodwill>().LeftAsync(third, "default", Wanda.Id, Cancel)).ThisMonth);
    }

    [Fact]
    public async Task A_hundred_requests_at_once_never_pass_a_limit_and_the_log_and_the_ledger_agree()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Goodwill:PerCase", "50"), ("Desk:Goodwill:PerWorkerAndDay", "1000"), ("Desk:Goodwill:PerTeamAndMonth", "1000"));
        var id = await UpsetAsync(desk, Wanda);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => GiveAsync(desk, id, Wanda, 3)));
        Assert.Equal(16, results.Count(result => result.Refusal is null));
        Assert.Equal(48, (await desk.EventsAsync(id)).OfType<GoodwillGranted>().Sum(grant => grant.Amount));
        Assert.Equal(48, (await desk.Get<IGoodwill>().LinesAsync("default", Cancel)).Sum(line => line.Amount));
    }

    [Fact]
    public async Task The_same_grant_again_gives_once_and_a_refused_one_gives_its_money_back()
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Goodwill:PerCase", "20"), ("Desk:Goodwill:PerWorkerAndDay", "20"), ("Desk:Goodwill:PerTeamAndMonth", "20"));
        var (upset, calm, goodwill) = (await UpsetAsync(desk, Wanda), await ConductTests.HeldAsync(desk), desk.Get<IGoodwill>());
        Assert.NotNull((await GiveAsync(desk, calm, Wanda, 20)).Refusal);
        Assert.Null((await goodwill.GrantAsync(upset, Wanda, "g1", 15, "voucher", Cancel)).Refusal);
        Assert.True((await goodwill.GrantAsync(upset, Wanda, "g1", 15, "voucher", Cancel)).IsRepeat);
        Assert.NotNull((await goodwill.GrantAsync(upset, Wanda, "g1", 5, "voucher", Cancel)).Refusal);
        Assert.Single(await desk.EventsAsync(upset), happened => happened is GoodwillGranted);
        Assert.Equal(5, (await goodwill.LeftAsync(upset, "default", Wanda.Id, Cancel)).Most);
    }

    [Theory]
    [InlineData("0", "voucher")]
    [InlineData("-5", "voucher")]
    [InlineData("1.005", "voucher")]
    [InlineData("5", " ")]
    public async Task What_is_no_money_or_for_nothing_is_refused(string amount, string what)
    {
        await using var desk = await DeskHost.StartAsync(("Desk:Goodwill:PerCase", "20"), ("Desk:Goodwill:PerWorkerAndDay", "20"), ("Desk:Goodwill:PerTeamAndMonth", "20"));
        var result = await desk.Get<IGoodwill>().GrantAsync(await UpsetAsync(desk, Wanda), Wanda, "g1", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), what, Cancel);
        Assert.Equal(RefusalCode.Invalid, result.Refusal?.Code);
    }

    private static Task<CommandResult> GiveAsync(DeskHost desk, ConversationId id, ActingWorker worker, decimal amount) =>
        desk.Get<IGoodwill>().GrantAsync(id, worker, Guid.NewGuid().ToString("N"), amount, "voucher for the late parcel", Cancel);

    /// <summary>A conversation of lost patience that the worker holds: a colleague marks what the customer showed.</summary>
    internal static async Task<ConversationId> UpsetAsync(DeskHost desk, ActingWorker worker)
    {
        var id = await desk.OpenAsync();
        var written = await desk.CustomerWritesAsync(id, "this is a disgrace");
        Assert.Null((await desk.Conversations.TakeOverAsync(id, worker, Cancel)).Refusal);
        Assert.Null((await desk.Conversations.MarkSignalAsync(id, worker, written.Version, "angry", SignalMark.Missed, Cancel)).Refusal);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        return id;
    }
}
