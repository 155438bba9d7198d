using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>How a customer who waits wants the answer.</summary>
/// <param name="Way">One of <see cref="AnswerWays"/>.</param>
/// <param name="Address">Phone number or mail address; null for waiting.</param>
/// <param name="At">From when on to be called; null for as soon as possible.</param>
[GenerateSerializer, Immutable]
public sealed record ArrangeAnswer([property: Id(0)] string Way, [property: Id(1)] string? Address, [property: Id(2)] DateTimeOffset? At);

/// <summary>How a person can answer a customer now.</summary>
[GenerateSerializer, Immutable]
public sealed record AnswerOffer
{
    /// <summary>By when somebody is here; null when there is nothing to choose.</summary>
    [Id(0)] public DateTimeOffset? WaitingBy { get; init; }

    /// <summary>By when the customer is called at the latest, when it is to be soon; null when nobody calls.</summary>
    [Id(1)] public DateTimeOffset? CallbackBy { get; init; }

    /// <summary>Later times for a call, earliest first.</summary>
    [Id(2)] public IReadOnlyList<DateTimeOffset> CallbackTimes { get; init; } = [];

    /// <summary>A chosen time of a call is kept within this.</summary>
    [Id(3)] public TimeSpan CallbackWithin { get; init; }

    /// <summary>By when a letter is answered; null when none is.</summary>
    [Id(4)] public DateTimeOffset? EmailBy { get; init; }

    /// <summary>The customer's own mail address where it is known; null otherwise.</summary>
    [Id(5)] public string? Email { get; init; }

    /// <summary>The mailbox from which the answer would come.</summary>
    [Id(6)] internal string? Mailbox { get; init; }

    /// <summary>Its address.</summary>
    [Id(7)] internal string? OwnAddress { get; init; }

    /// <summary>True while nobody is at work.</summary>
    [Id(8)] public bool IsOutOfHours { get; init; }
}

/// <summary>Which ways of answering are open, by what the team offers and its calendar.</summary>
internal sealed class AnswerChoices(HandoffTeams teams, IOptions<MailOptions> mail)
{
    private const int MostTimes = 12;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(4);

    public AnswerOffer For(ConversationState state, ExpectedWait wait, DateTimeOffset now)
    {
        // A letter is answered by letter.
        if (state.Holder != Holder.Queue || MailOptions.IsByLetter(state.Channel)) return new();
        var team = teams.Of(state.Team);
        var mailbox = team.Waits.OffersEmail ? mail.Value.Mailboxes.FirstOrDefault(own => own.Team == state.Team) ?? mail.Value.Mailboxes.FirstOrDefault() : null;
        var within = team.Waits.CallbackWithin;
        return new()
        {
            WaitingBy = wait.By,
            IsOutOfHours = wait.IsOutOfHours,
            CallbackBy = team.Waits.OffersCallback ? wait.By : null,
            CallbackTimes = team.Waits.OffersCallback ? Times(team.Hours, wait.By, within, now) : [],
            CallbackWithin = within,
            EmailBy = mailbox is null ? null : mail.Value.Wait("email", wait, now).By,
            Email = state.Customer.Email,
            Mailbox = mailbox?.Name,
            OwnAddress = mailbox?.Address,
        };
    }

    /// <summary>Half hours within the calendar, none sooner than a person has time anyway, none that begins too late to be kept the same day.</summary>
    private static List<DateTimeOffset> Times(OpeningHours hours, DateTimeOffset earliest, TimeSpan within, DateTimeOffset now)
    {
        var at = new DateTimeOffset((earliest.UtcTicks / Step.Ticks * Step.Ticks) + Step.Ticks, TimeSpan.Zero);
        List<DateTimeOffset> times = [];
        for (; at < now + Ahead && times.Count < MostTimes; at += Step)
        {
            if (hours.IsOpen(at) && hours.IsOpen(at + within - TimeSpan.FromMinutes(1))) times.Add(at);
        }

        return times;
    }
}
