using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>The one ledger of goodwill: who asks decides nothing, and requests are decided one after the other.</summary>
internal interface IGoodwillGrain : IGrainWithIntegerKey
{
    Task<GoodwillReserved> TryReserveAsync(string grantId, string team, ActingWorker worker, ConversationId conversation, decimal amount, string what);

    Task SettleAsync(string grantId, bool isGiven);

    Task<GoodwillLeft> LeftAsync(ConversationId conversation, string team, WorkerId worker);

    Task SetAsync(string team, GoodwillLimits limits, string by);

    Task<IReadOnlyList<GoodwillChoice>> ChoicesAsync(string team);

    Task<IReadOnlyList<GoodwillLine>> LinesAsync(string team);
}

/// <summary>Whether money was set aside.</summary>
/// <param name="Why">Why not; null when it was.</param>
/// <param name="Currency">ISO 4217.</param>
[GenerateSerializer, Immutable]
internal sealed record GoodwillReserved([property: Id(0)] string? Why, [property: Id(1)] string Currency);

/// <inheritdoc cref="IGoodwillGrain"/>
internal sealed class GoodwillGrain(IKeptValues kept, IJournal journal, HandoffTeams teams, IOptions<GoodwillOptions> options, TimeProvider time) : Grain, IGoodwillGrain
{
    private const string Choices = "goodwill-limits";
    private const int MostTeams = 1_000;
    private const int MostChoices = 50;
    private const int MostLines = 100_000;

    private readonly Dictionary<string, GoodwillLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<GoodwillChoice>> _choices = new(StringComparer.OrdinalIgnoreCase);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var choice in await kept.ListAsync(Choices, MostTeams, cancellationToken))
            _choices[choice.Key] = JsonSerializer.Deserialize(choice.Value, GoodwillJson.Default.IReadOnlyListGoodwillChoice)!;
        // Wherever on earth the team is, its month is one of these. Conversations that span more count what they can see.
        foreach (var drawer in new[] { -32, -1, 1 }.Select(days => DrawerOf(time.GetUtcNow().AddDays(days))).Distinct())
        {
            foreach (var line in await kept.ListAsync(drawer, MostLines, cancellationToken))
                await TakeInAsync(JsonSerializer.Deserialize(line.Value, GoodwillJson.Default.KeptLine)!.ToLine(), cancellationToken);
        }
    }

    public async Task<GoodwillReserved> TryReserveAsync(string grantId, string team, ActingWorker worker, ConversationId conversation, decimal amount, string what)
    {
        var currency = options.Value.Currency;
        if (_lines.TryGetValue(grantId, out var known))
        {
            return known.Conversation == conversation && known.Amount == amount && known.Worker == worker.Id
                ? new(null, currency)
                : new("This grant's id was used for another grant.", currency);
        }

        var left = Left(conversation, team, worker.Id);
        if (amount > left.Most) return new(Words(left), currency);
        var line = new GoodwillLine(grantId, team, worker.Id, worker.Name, conversation, amount, what, time.GetUtcNow(), IsGiven: false);
        await KeepAsync(line);
        _lines[grantId] = line;
        return new(null, currency);
    }

    public async Task SettleAsync(string grantId, bool isGiven)
    {
        if (!_lines.TryGetValue(grantId, out var line) || line.IsGiven) return;
        if (isGiven)
        {
            _lines[grantId] = line with { IsGiven = true };
            await KeepAsync(_lines[grantId]);
            return;
        }

        await kept.RemoveAsync(DrawerOf(line.At), grantId, CancellationToken.None);
        _lines.Remove(grantId);
    }

    public Task<GoodwillLeft> LeftAsync(ConversationId conversation, string team, WorkerId worker) => Task.FromResult(Left(conversation, team, worker));

    public async Task SetAsync(string team, GoodwillLimits limits, string by)
    {
        IReadOnlyList<GoodwillChoice> choices = [new(limits, by, time.GetUtcNow()), .. _choices.GetValueOrDefault(team, []).Take(MostChoices - 1)];
        await kept.PutAsync(Choices, team, JsonSerializer.Serialize(choices, GoodwillJson.Default.IReadOnlyListGoodwillChoice), CancellationToken.None);
        _choices[team] = choices;
    }

    public Task<IReadOnlyList<GoodwillChoice>> ChoicesAsync(string team) => Task.FromResult(_choices.GetValueOrDefault(team, []));

    public Task<IReadOnlyList<GoodwillLine>> LinesAsync(string team)
    {
        var month = MonthOf(team, time.GetUtcNow());
        return Task.FromResult<IReadOnlyList<GoodwillLine>>([.. _lines.Values.Where(line => IsOf(line, team) && MonthOf(team, line.At) == month).OrderByDescending(line => line.At)]);
    }

    private static string DrawerOf(DateTimeOffset at) => at.UtcDateTime.ToString("'goodwill-'yyyy-MM", CultureInfo.InvariantCulture);

    private static bool IsOf(GoodwillLine line, string team) => string.Equals(line.Team, team, StringComparison.OrdinalIgnoreCase);

    private static string Words(GoodwillLeft left)
    {
        if (left.Limits.PerCase == 0) return "There is no goodwill budget for this team. A lead can set one.";
        var (least, whose) = new[] { (left.InCase, "in this conversation"), (left.Today, "for you today"), (left.ThisMonth, "for the team this month") }.MinBy(entry => entry.Item1);
        return string.Create(CultureInfo.InvariantCulture, $"Only {Math.Max(0, least):0.00} {left.Currency} are left {whose}. A lead can give more.");
    }

    private GoodwillLeft Left(ConversationId conversation, string team, WorkerId worker)
    {
        var now = time.GetUtcNow();
        var (day, month) = (DayOf(team, now), MonthOf(team, now));
        var limits = _choices.GetValueOrDefault(team) is [var choice, ..]
            ? choice.Limits
            : new(options.Value.PerCase, options.Value.PerWorkerAndDay, options.Value.PerTeamAndMonth);
        return new(
            limits,
            limits.PerCase - _lines.Values.Where(line => line.Conversation == conversation).Sum(line => line.Amount),
            limits.PerWorkerAndDay - _lines.Values.Where(line => line.Worker == worker && DayOf(team, line.At) == day).Sum(line => line.Amount),
            limits.PerTeamAndMonth - _lines.Values.Where(line => IsOf(line, team) && MonthOf(team, line.At) == month).Sum(line => line.Amount),
            options.Value.Currency);
    }

    private DateOnly DayOf(string team, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, teams.Of(team).Hours.Zone).DateTime);

    private DateOnly MonthOf(string team, DateTimeOffset at)
    {
        var day = DayOf(team, at);
        return day.AddDays(1 - day.Day);
    }

    private Task KeepAsync(GoodwillLine line) => kept.PutAsync(DrawerOf(line.At), line.GrantId, JsonSerializer.Serialize(KeptLine.Of(line), GoodwillJson.Default.KeptLine), CancellationToken.None);

    /// <summary>What was set aside before a crash was given if the conversation's log has it, and otherwise not.</summary>
    private async Task TakeInAsync(GoodwillLine line, CancellationToken cancellationToken)
    {
        _lines[line.GrantId] = line;
        if (line.IsGiven) return;
        var log = await journal.ReadAsync(line.Conversation, 0, cancellationToken);
        await SettleAsync(line.GrantId, log.Any(logged => logged.Event is GoodwillGranted granted && granted.GrantId == line.GrantId));
    }
}

/// <summary>A line as it is kept.</summary>
internal sealed record KeptLine(string GrantId, string Team, string Worker, string WorkerName, string Conversation, decimal Amount, string For, DateTimeOffset At, bool IsGiven)
{
    public static KeptLine Of(GoodwillLine line) =>
        new(line.GrantId, line.Team, line.Worker.Value, line.WorkerName, line.Conversation.Value, line.Amount, line.For, line.At, line.IsGiven);

    public GoodwillLine ToLine() => new(GrantId, Team, new(Worker), WorkerName, new(Conversation), Amount, For, At, IsGiven);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<GoodwillChoice>))]
[JsonSerializable(typeof(KeptLine))]
internal sealed partial class GoodwillJson : JsonSerializerContext;
