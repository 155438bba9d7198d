using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>How a customer who waits for a person wants the answer.</summary>
internal sealed record AnswerRequest : IRequestBody
{
    /// <summary><c>waiting</c>, <c>callback</c> or <c>email</c>.</summary>
    public required string Way { get; init; }

    /// <summary>Phone number or mail address; left out for waiting.</summary>
    public string? Address { get; set; }

    /// <summary>One of the offered times of a call; left out for as soon as possible.</summary>
    public DateTimeOffset? At { get; set; }

    public ProblemHttpResult? Check() => Way is not (AnswerWays.Waiting or AnswerWays.Callback or AnswerWays.Email)
        ? Problems.Invalid("way-invalid", "\"way\" is waiting, callback or email.")
        : TextRules.Check("address", Address ?? "", 254);
}

/// <summary>What there is to choose.</summary>
/// <param name="Choices">Empty when nobody is awaited, and in letters.</param>
internal sealed record AnswersAnswer(IReadOnlyList<AnswerChoice> Choices)
{
    public static AnswersAnswer Of(AnswerOffer offer)
    {
        List<AnswerChoice> choices = [];
        if (offer.WaitingBy is { } waiting) choices.Add(new(AnswerWays.Waiting, waiting));
        if (offer.CallbackBy is { } callback) choices.Add(new(AnswerWays.Callback, callback) { Times = offer.CallbackTimes, WithinMinutes = (int)offer.CallbackWithin.TotalMinutes });
        if (offer.EmailBy is { } email) choices.Add(new(AnswerWays.Email, email) { Address = offer.Email });
        // With waiting alone there is no choice.
        return new(choices.Count > 1 ? choices : []);
    }
}

/// <summary>One way.</summary>
/// <param name="Way"><c>waiting</c>, <c>callback</c> or <c>email</c>.</param>
/// <param name="By">By when at the latest, if chosen now.</param>
internal sealed record AnswerChoice(string Way, DateTimeOffset By)
{
    /// <summary>Later times for a call.</summary>
    public IReadOnlyList<DateTimeOffset>? Times { get; init; }

    /// <summary>A chosen time is kept within so many minutes.</summary>
    public int? WithinMinutes { get; init; }

    /// <summary>The customer's own address where it is proven.</summary>
    public string? Address { get; init; }
}
