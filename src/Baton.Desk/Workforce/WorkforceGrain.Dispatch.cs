using System.Collections.Immutable;
using Baton.Journal;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

// Brings waiting customers and workers together.
internal sealed partial class WorkforceGrain
{
    private readonly Dictionary<ConversationId, WorkOffer> _offers = [];
    private readonly Dictionary<ConversationId, Refusals> _declined = [];

    /// <summary>Who said no to a conversation, and when the last of them did.</summary>
    private sealed record Refusals(ImmutableHashSet<WorkerId> By, DateTimeOffset Last);

    public Task<IReadOnlyList<WorkOffer>> ListOffersAsync() => Task.FromResult<IReadOnlyList<WorkOffer>>([.. _offers.Values]);

    public Task DeclineAsync(WorkerId worker, ConversationId conversation)
    {
        if (_offers.TryGetValue(conversation, out var offer) && offer.Worker == worker) Withdraw(offer);
        return Task.CompletedTask;
    }

    private Task DispatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var present = Present().ToList();
            Offer(present);
            Supervise(present);
            Weigh(present);
        }
        catch (Exception failure)
        {
            LogDispatchFailed(logger, failure);
        }

        return Task.CompletedTask;
    }

    private void Offer(List<WorkerPresence> present)
    {
        var now = time.GetUtcNow();
        ForgetLongAway(now);
        foreach (var offer in _offers.Values.ToList())
        {
            if (wall.Find(offer.Conversation) is not { Holder: Holder.Queue }) Forget(offer.Conversation);
            else if (offer.Until <= now || !present.Any(presence => presence.Worker.Id == offer.Worker)) Withdraw(offer);
        }

        foreach (var gone in _declined.Keys.Where(id => wall.Find(id) is not { Holder: Holder.Queue }).ToList()) _declined.Remove(gone);
        var available = present.Where(presence => presence.Availability == Availability.Available).ToList();
        var waiting = wall.Rows.Where(row => row is { Holder: Holder.Queue, IsEmpty: false } && !_offers.ContainsKey(row.Id) && !(row.NotBefore > now) && teams.AskedFor(row.Team, WaitingSince(row), now).Length > 0).ToList();
        if (available.Count == 0 || waiting.Count == 0) return;
        var skills = present.SelectMany(presence => WorkerProfiles.Of(presence.Worker, dispatch.Value).Skills).ToHashSet(StringComparer.Ordinal);
        var plan = DispatchPolicy.Decide(now, [.. waiting.Select(row => Waiting(row, skills, now))], AtWork(available), dispatch.Value, load.Value);
        foreach (var assignment in plan.Assignments)
            _offers[assignment.Conversation] = new(assignment.Conversation, assignment.Worker, now + TeamOf(assignment.Conversation).OfferFor);
        // Everybody said no: they are asked again, but the others who wait come first.
        foreach (var (id, _) in plan.Waiting.Where(entry => entry.Why == StaysWaiting.NobodyFits))
        {
            if (_declined.TryGetValue(id, out var refusals) && refusals.Last + TeamOf(id).OfferAgainAfter <= now) _declined.Remove(id);
        }
    }

    private TeamHandoff TeamOf(ConversationId conversation) => teams.Of(wall.Find(conversation)?.Team ?? Team.Default);

    private static DateTimeOffset WaitingSince(ConversationSummary row) => row.NotBefore ?? row.EscalatedAt ?? row.WaitingSince ?? row.LastEventAt;

    private WaitingCase Waiting(ConversationSummary row, HashSet<string> skills, DateTimeOffset now) => new(row.Id, WaitingSince(row))
    {
        IsLetter = MailOptions.IsByLetter(row.Channel) || row.AnswerWay == AnswerWays.Email,
        Language = row.Locale.Split('-')[0],
        Teams = teams.AskedFor(row.Team, WaitingSince(row), now),
        // A matter needs the skill of its name, if anybody at work has it.
        Skills = row.Intent is { } intent && skills.Contains(intent) ? [intent] : [],
        Risk = row.Risk,
        Aggravation = LoadBook.Aggravation(row.EmotionalRisk, row.EscalationKind, load.Value),
        PromisedBy = row.PromisedBy,
        Supervisor = row.Supervisor,
        Gone = Gone(row, now),
        KnownBy = row.KnownBy ?? loads.WhoKnows(row.Customer),
        IsRetrial = row.HasReturned,
        Declined = _declined.TryGetValue(row.Id, out var refusals) ? refusals.By : [],
    };

    private WorkerAtWork[] AtWork(List<WorkerPresence> present)
    {
        var held = _ledger.Count(wall);
        var asked = _offers.Values.Select(offer => offer.Worker).ToHashSet();
        var supervised = wall.Rows.Where(row => row is { Holder: Holder.Agent, Supervisor: not null }).ToLookup(row => row.Supervisor!.Value);
        return [.. present.Select(presence =>
        {
            var id = presence.Worker.Id;
            var watched = supervised[id].Count(row => row.Level != RiskLevel.None);
            var carried = loads.Of(id) with
            {
                Own = held.GetValueOrDefault(id),
                Watched = watched,
                Supervised = supervised[id].Count() - watched,
            };
            var profile = WorkerProfiles.Of(presence.Worker, dispatch.Value);
            return new WorkerAtWork(id, presence.Capacity, carried) { Languages = [.. profile.Languages], Skills = [.. profile.Skills], Teams = [.. profile.Teams], IsAsked = asked.Contains(id) };
        })];
    }

    private void Withdraw(WorkOffer offer)
    {
        _offers.Remove(offer.Conversation);
        var by = _declined.TryGetValue(offer.Conversation, out var refusals) ? refusals.By : [];
        _declined[offer.Conversation] = new(by.Add(offer.Worker), time.GetUtcNow());
    }

    private void Forget(ConversationId conversation)
    {
        _offers.Remove(conversation);
        _declined.Remove(conversation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Waiting customers and workers could not be brought together; it is tried again in a moment.")]
    private static partial void LogDispatchFailed(ILogger logger, Exception failure);
}
