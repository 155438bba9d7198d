using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Each team's settings of the handoff, worked out once.</summary>
internal sealed class HandoffTeams(IOptions<HandoffOptions> options, IOptions<DispatchOptions> dispatch)
{
    /// <summary>Teams are named by settings and by whoever opens conversations: a stranger's names must not fill the memory.</summary>
    private const int Remembered = 1_000;

    private readonly ConcurrentDictionary<string, TeamHandoff> _teams = new(StringComparer.OrdinalIgnoreCase);

    public TeamHandoff Of(string team) => _teams.TryGetValue(team, out var known) ? known : Add(team);

    /// <summary>The teams whose workers are asked for a customer of this team; empty for nobody yet.</summary>
    /// <param name="team">The customer's team.</param>
    /// <param name="since">Since when the customer waits for a person.</param>
    /// <param name="now">Now.</param>
    public ImmutableArray<string> AskedFor(string team, DateTimeOffset since, DateTimeOffset now)
    {
        var settings = Of(team);
        var isOpen = settings.Hours.IsOpen(now);
        if (!isOpen && settings.OutOfHours == OutOfHoursRule.WaitForOpening) return [];
        return OverflowOf(settings, now) is { } other && now - since >= settings.OverflowDelay(isOpen) ? [team, other.Team] : [team];
    }

    /// <summary>Who helps out when this team is late; null for nobody, and while that team is closed itself.</summary>
    public TeamHandoff? OverflowOf(TeamHandoff settings, DateTimeOffset now) =>
        settings.OverflowTo is { } name && Of(name) is var other && other.Hours.IsOpen(now) ? other : null;

    private TeamHandoff Add(string team)
    {
        var settings = TeamHandoff.Of(team, options.Value, dispatch.Value);
        if (_teams.Count < Remembered) _teams[team] = settings;
        return settings;
    }
}

/// <summary>One team's settings, with those for all where it has none of its own.</summary>
/// <param name="Team">The team.</param>
/// <param name="Hours">Its calendar.</param>
/// <param name="Waits">What its customers are promised.</param>
/// <param name="OfferFor">How long a worker is asked.</param>
/// <param name="OfferAgainAfter">How long after the last no everybody is asked again.</param>
/// <param name="OverflowTo">Which team helps; null for none.</param>
/// <param name="OverflowAfter">From what wait on.</param>
/// <param name="OutOfHours">What happens while it is closed.</param>
internal sealed record TeamHandoff(
    string Team,
    OpeningHours Hours,
    HandoffOptions Waits,
    TimeSpan OfferFor,
    TimeSpan OfferAgainAfter,
    string? OverflowTo,
    TimeSpan OverflowAfter,
    OutOfHoursRule OutOfHours)
{
    /// <summary>How long a customer waits before the other team is asked.</summary>
    public TimeSpan OverflowDelay(bool isOpen) => !isOpen && OutOfHours == OutOfHoursRule.Overflow ? TimeSpan.Zero : OverflowAfter;

    /// <exception cref="FormatException">The team's calendar cannot be read; the message says how to write it.</exception>
    public static TeamHandoff Of(string team, HandoffOptions all, DispatchOptions dispatch)
    {
        var own = all.Teams.TryGetValue(team, out var known) ? known : new();
        var offerFor = own.OfferFor ?? dispatch.OfferFor;
        var waits = new HandoffOptions
        {
            ExpectedWait = own.ExpectedWait ?? all.ExpectedWait,
            BusyWait = own.BusyWait ?? all.BusyWait,
            AnswerAfterOpening = own.AnswerAfterOpening ?? all.AnswerAfterOpening,
            UnstaffedWait = all.UnstaffedWait,
            ShortenedBy = all.ShortenedBy,
            OffersCallback = own.OffersCallback ?? all.OffersCallback,
            OffersEmail = own.OffersEmail ?? all.OffersEmail,
            CallbackWithin = all.CallbackWithin,
        };
        return new(team, Calendar(own, all), waits, offerFor, own.OfferAgainAfter ?? offerFor, own.OverflowTo, own.OverflowAfter, own.OutOfHours);
    }

    private static OpeningHours Calendar(TeamHandoffOptions own, HandoffOptions all)
    {
        var zone = own.TimeZone ?? all.TimeZone;
        if (own.OpeningHours is [TeamHandoffOptions.Always]) return new(zone, [], own.Holidays);
        return new(zone, own.OpeningHours.Count > 0 ? own.OpeningHours : all.OpeningHours, own.Holidays.Count > 0 ? own.Holidays : all.Holidays);
    }
}
