using Baton.Journal;

namespace Baton.Desk;

/// <summary>What may be given.</summary>
/// <param name="PerCase">The most in one conversation; 0 for nothing.</param>
/// <param name="PerWorkerAndDay">The most that one worker gives in a day.</param>
/// <param name="PerTeamAndMonth">The most that a team gives in a month.</param>
[GenerateSerializer, Immutable]
public sealed record GoodwillLimits([property: Id(0)] decimal PerCase, [property: Id(1)] decimal PerWorkerAndDay, [property: Id(2)] decimal PerTeamAndMonth);

/// <summary>What can still be given, and of how much.</summary>
/// <param name="Limits">The limits that hold.</param>
/// <param name="InCase">Left in this conversation.</param>
/// <param name="Today">Left to this worker today.</param>
/// <param name="ThisMonth">Left to the team this month.</param>
/// <param name="Currency">ISO 4217.</param>
[GenerateSerializer, Immutable]
public sealed record GoodwillLeft(
    [property: Id(0)] GoodwillLimits Limits, [property: Id(1)] decimal InCase, [property: Id(2)] decimal Today, [property: Id(3)] decimal ThisMonth, [property: Id(4)] string Currency)
{
    /// <summary>The most that can be given now.</summary>
    public decimal Most => Math.Max(0, Math.Min(InCase, Math.Min(Today, ThisMonth)));
}

/// <summary>A lead's decision about limits.</summary>
/// <param name="Limits">What was set.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable]
public sealed record GoodwillChoice([property: Id(0)] GoodwillLimits Limits, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At);

/// <summary>One line of the ledger: money set aside, and given when the conversation's log has it.</summary>
/// <param name="GrantId">Its id.</param>
/// <param name="Team">Whose budget.</param>
/// <param name="Worker">Who gave it.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="Conversation">In which conversation.</param>
/// <param name="Amount">How much.</param>
/// <param name="For">What for.</param>
/// <param name="At">When.</param>
/// <param name="IsGiven">False until the conversation's log has it; it counts all the same.</param>
[GenerateSerializer, Immutable]
public sealed record GoodwillLine(
    [property: Id(0)] string GrantId, [property: Id(1)] string Team, [property: Id(2)] WorkerId Worker, [property: Id(3)] string WorkerName, [property: Id(4)] ConversationId Conversation,
    [property: Id(5)] decimal Amount, [property: Id(6)] string For, [property: Id(7)] DateTimeOffset At, [property: Id(8)] bool IsGiven);

/// <summary>Raised authority to make good in emotional cases, within limits that hold whatever a browser or a model says.</summary>
public interface IGoodwill
{
    /// <summary>Makes good. The same grant id again is answered as the first time.</summary>
    /// <param name="conversation">Where; the worker holds it, and it is an emotional case.</param>
    /// <param name="worker">Who.</param>
    /// <param name="grantId">The client's own id, 1 to 64 characters of letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="amount">Above 0, at most two decimals.</param>
    /// <param name="what">What it is given as and for, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    Task<CommandResult> GrantAsync(ConversationId conversation, ActingWorker worker, string grantId, decimal amount, string what, CancellationToken cancellationToken);

    /// <summary>What this worker can still give in this conversation.</summary>
    Task<GoodwillLeft> LeftAsync(ConversationId conversation, string team, WorkerId worker, CancellationToken cancellationToken);

    /// <summary>A lead sets a team's limits; they hold from the next grant on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 0 or has more than two decimals.</exception>
    Task SetAsync(string team, GoodwillLimits limits, ActingLead lead, CancellationToken cancellationToken);

    /// <summary>A team's decisions, the latest first.</summary>
    Task<IReadOnlyList<GoodwillChoice>> ChoicesAsync(string team, CancellationToken cancellationToken);

    /// <summary>A team's ledger of this month, the latest first.</summary>
    Task<IReadOnlyList<GoodwillLine>> LinesAsync(string team, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class Goodwill(IGrainFactory grains, IWall wall) : IGoodwill
{
    private const int LongestReason = 200;

    private IGoodwillGrain Ledger => grains.GetGrain<IGoodwillGrain>(0);

    public async Task<CommandResult> GrantAsync(ConversationId conversation, ActingWorker worker, string grantId, decimal amount, string what, CancellationToken cancellationToken)
    {
        if (!MessageRules.IsMessageId(grantId)) return CommandResult.Refused(RefusalCode.Invalid, "A grant's id has 1 to 64 letters, digits, - and _.");
        if (amount <= 0 || !IsMoney(amount)) return CommandResult.Refused(RefusalCode.Invalid, "The amount is above 0 and has at most two decimals.");
        if (string.IsNullOrWhiteSpace(what) || what.Length > LongestReason) return CommandResult.Refused(RefusalCode.Invalid, "Say what it is for, in at most 200 characters.");
        if (MessageRules.CheckText(what) is { } refusal) return new() { Refusal = refusal };
        if (wall.Find(conversation) is not { } row) return CommandResult.Refused(RefusalCode.NotFound, "There is no such open conversation.");
        // Money is set aside before the conversation decides: whatever breaks in between, no limit is passed.
        var reserved = await Ledger.TryReserveAsync(grantId, row.Team, worker, conversation, amount, what.Trim()).WaitAsync(cancellationToken);
        if (reserved.Why is { } why) return CommandResult.Refused(RefusalCode.AtCapacity, why);
        var result = await grains.GetGrain<IConversationGrain>(conversation.Value).ProtectAsync(new Grant(worker, grantId, amount, reserved.Currency, what.Trim())).WaitAsync(cancellationToken);
        await Ledger.SettleAsync(grantId, result.Refusal is null);
        return result;
    }

    public Task<GoodwillLeft> LeftAsync(ConversationId conversation, string team, WorkerId worker, CancellationToken cancellationToken) =>
        Ledger.LeftAsync(conversation, team, worker).WaitAsync(cancellationToken);

    public Task SetAsync(string team, GoodwillLimits limits, ActingLead lead, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(team);
        if (new[] { limits.PerCase, limits.PerWorkerAndDay, limits.PerTeamAndMonth }.Any(limit => limit < 0 || !IsMoney(limit)))
            throw new ArgumentOutOfRangeException(nameof(limits), limits, "A limit is 0 or above and has at most two decimals.");
        return Ledger.SetAsync(team, limits, lead.Worker.Name).WaitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<GoodwillChoice>> ChoicesAsync(string team, CancellationToken cancellationToken) => Ledger.ChoicesAsync(team).WaitAsync(cancellationToken);

    public Task<IReadOnlyList<GoodwillLine>> LinesAsync(string team, CancellationToken cancellationToken) => Ledger.LinesAsync(team).WaitAsync(cancellationToken);

    private static bool IsMoney(decimal amount) => amount == decimal.Round(amount, 2) && amount < 1_000_000_000;
}
