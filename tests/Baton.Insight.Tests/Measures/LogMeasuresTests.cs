using System.Globalization;
using Baton.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Insight.Tests;

/// <summary>Measures from a real log: by kind and week, side by side, with counts, and never by worker.</summary>
public sealed class LogMeasuresTests : IAsyncLifetime
{
    // A Monday.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly WorkerId Wanda = new("wanda");

    private readonly string _folder = Directory.CreateTempSubdirectory("baton-measures-").FullName;
    private readonly FakeTimeProvider _time = new(Now);
    private IHost _host = null!;
    private int _number;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IJournal Journal => _host.Services.GetRequiredService<IJournal>();

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Journal:DataFolder"] = _folder });
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddJournal(builder.Configuration);
        _host = builder.Build();
        await _host.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_measure_of_a_kind_stands_beside_the_others_with_its_count()
    {
        for (var i = 0; i < 12; i++) await EmotionalAsync(Now.AddDays(-3), recovers: i < 3, score: i < 4 ? 1 + (i % 2) : null);
        for (var i = 0; i < 20; i++) await PlainAsync(Now.AddDays(-3), outcome: i < 15 ? "resolved" : "silent");
        using var measures = new LogMeasures(Journal, _time);
        var read = await measures.ReadAsync(4, null, withSimulated: true, Cancel);

        Assert.Equal([CaseKinds.All, CaseKinds.Agent, CaseKinds.Emotional], read.Kinds.Select(row => row.Kind));
        var (all, agent, emotional) = (read.Kinds[0], read.Kinds[1], read.Kinds[2]);
        Assert.Equal((32, 20, 12), (all.Conversations, agent.Conversations, emotional.Conversations));
        Assert.Equal((0.75, 20), (agent.Resolution.Value!.Value, agent.Resolution.Count));
        Assert.Equal(new Figure(1, 20), agent.ContentAtEnd);
        Assert.Equal(new Figure(null, 0), agent.Messages);
        Assert.Equal(new Figure(0.25, 12), emotional.Recovery);
        Assert.Equal((new Figure(9, 12), new Figure(4, 12)), (emotional.FromNeed, emotional.FromCall));
        Assert.Equal((new Figure(3, 12), new Figure(0.5, 12), new Figure(1, 12), new Figure(2, 12)), (emotional.Messages, emotional.RoundsShare, emotional.Questions, emotional.Solutions));

        // Four ratings are too few to tell, and say so with their number.
        Assert.Equal(new Figure(null, 4), emotional.Rating);
        Assert.DoesNotContain("wanda", System.Text.Json.JsonSerializer.Serialize(read), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_added_to_the_log_is_there_at_the_next_look_by_its_week_team_and_kind_of_customer()
    {
        using var measures = new LogMeasures(Journal, _time);
        Assert.Empty((await measures.ReadAsync(8, null, true, Cancel)).Kinds);
        await PlainAsync(Now, "resolved", team: "billing");
        await PlainAsync(Now.AddDays(-1), "resolved", isSimulated: true);
        await PlainAsync(Now.AddDays(-70), "resolved");

        var read = await measures.ReadAsync(8, null, true, Cancel);
        Assert.Equal(["billing", "default"], read.Teams);
        Assert.Equal([(new DateOnly(2026, 11, 23), 1), (new DateOnly(2026, 11, 16), 1)], read.Weeks.Where(row => row.Kind == CaseKinds.All).Select(row => (row.Week!.Value, row.Conversations)));
        Assert.Equal(1, (await measures.ReadAsync(8, null, false, Cancel)).Kinds[0].Conversations);
        Assert.Equal(1, (await measures.ReadAsync(8, "Billing", true, Cancel)).Kinds[0].Conversations);
        Assert.Equal(3, (await measures.ReadAsync(26, null, true, Cancel)).Kinds[0].Conversations);
    }

    [Fact]
    public async Task Who_comes_back_about_the_same_matter_within_a_week_counts_once_the_week_has_passed()
    {
        for (var i = 0; i < 10; i++)
        {
            var customer = string.Create(CultureInfo.InvariantCulture, $"c{i}");
            await PlainAsync(Now.AddDays(-20), "resolved", customer);
            // Two come back about the same, one about something else, one too late.
            if (i < 4) await PlainAsync(i == 3 ? Now.AddDays(-12) : Now.AddDays(-18), "resolved", customer, matter: i == 2 ? "send-invoice" : "cancel-order");
            await PlainAsync(Now.AddDays(-1), "resolved");
        }

        using var measures = new LogMeasures(Journal, _time);
        // Ten first contacts and four later ones; those of yesterday have no week yet.
        Assert.Equal(new Figure(2.0 / 14, 14), (await measures.ReadAsync(8, null, true, Cancel)).Kinds[0].Retrial);

        // Recognised across channels, without a key in common.
        await ReturnAsync(new ConversationId(1.ToString("x32", CultureInfo.InvariantCulture)), Now.AddDays(-19));
        await ReturnAsync(new ConversationId(13.ToString("x32", CultureInfo.InvariantCulture)), Now.AddDays(-15));
        Assert.Equal(new Figure(3.0 / 14, 14), (await measures.ReadAsync(8, null, true, Cancel)).Kinds[0].Retrial);
    }

    private Task PlainAsync(DateTimeOffset at, string outcome, string? customer = null, string matter = "cancel-order", string team = "default", bool isSimulated = false) => AppendAsync(
        [
            (at, new ConversationOpened("web", new(customer, null, null), "en", team, isSimulated)),
            (at, new CustomerWrote("m1", "Please cancel it.", [])),
            (at, Reading(2, "neutral", matter)),
            (at, new AgentReplied("It is cancelled.", 2, [], [])),
            (at.AddMinutes(1), new ConversationClosed("agent", null, outcome)),
        ]);

    private Task ReturnAsync(ConversationId earlier, DateTimeOffset at) => AppendAsync(
        [
            (at, new ConversationOpened("email", Customer.Anonymous, "en", "default", false)),
            (at, new CustomerReturned(earlier, "reference", false, null, null, true, at, new Dictionary<string, System.Text.Json.JsonElement>())),
        ]);

    private Task EmotionalAsync(DateTimeOffset at, bool recovers, int? score) => AppendAsync(
        [
            (at, new ConversationOpened("web", Customer.Anonymous, "en", "default", false)),
            (at, new CustomerWrote("m1", "It is broken.", [])),
            (at, new AgentReplied("I see.", 2, [], [])),
            (at.AddMinutes(5), new CustomerWrote("m2", "This is a disgrace!", [])),
            (at.AddMinutes(5), Reading(4, "angry", null)),
            (at.AddMinutes(5), new Escalated(EscalationKind.Emotional, EscalationTrigger.Algorithm, "Is angry.", [4], 2)),
            (at.AddMinutes(8), new WorkerTookOver(Wanda, "Wanda", "claim", 3)),
            (at.AddMinutes(9), new HelpBegan(Wanda, 9, at, at.AddMinutes(5))),
            (at.AddMinutes(9), new WorkerReplied(Wanda, "Wanda", "r1", "I am sending you a new one.", [])),
            (at.AddMinutes(10), new CustomerWrote("m3", recovers ? "Thank you." : "Too late.", [])),
            (at.AddMinutes(10), Reading(10, recovers ? "satisfied" : "resigned", null)),
            (at.AddMinutes(11), new ConversationClosed("worker", Wanda, "resolved")),
            (at.AddMinutes(11), new EffortMeasured(Wanda, 7, "claim", EscalationKind.Emotional, true, Messages: 3, Rounds: 1, AllRounds: 2, Questions: 1, Solutions: 2)),
            .. score is { } given ? [(at.AddMinutes(12), (ConversationEvent)new ConversationRated(given, ""))] : Array.Empty<(DateTimeOffset, ConversationEvent)>(),
        ]);

    private static MessageInterpreted Reading(int version, string feeling, string? matter) =>
        new(version, "embedded", "en", matter, 0.9, feeling, System.Text.Json.JsonSerializer.SerializeToElement(Array.Empty<string>()));

    private async Task AppendAsync(IReadOnlyList<(DateTimeOffset At, ConversationEvent Event)> events)
    {
        var id = new ConversationId((++_number).ToString("x32", CultureInfo.InvariantCulture));
        var version = 0;
        foreach (var moment in events.GroupBy(one => one.At))
        {
            await Journal.AppendAsync(id, version, [.. moment.Select(one => one.Event)], moment.Key, null, Cancel);
            version += moment.Count();
        }
    }
}
