using System.Text.RegularExpressions;
using Baton.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>Opens a conversation; all may be left out.</summary>
internal sealed partial record OpenRequest : IOptionalBody
{
    /// <summary>The customer's language, BCP 47. Default: en.</summary>
    public string Locale { get; set; } = "en";

    /// <summary><c>web</c> or <c>api</c>. Default: web.</summary>
    public string Channel { get; set; } = "web";

    /// <summary>A JWT that the organisation's server signed for this customer; without it the customer is anonymous.</summary>
    public string? Identity { get; set; }

    /// <summary>True for a simulated customer, who is marked as one wherever shown.</summary>
    public bool Simulated { get; set; }

    /// <summary>The team it belongs to: 1 to 64 small letters, digits and hyphens. Default: default.</summary>
    public string Team { get; set; } = Desk.Team.Default;

    public ProblemHttpResult? Check()
    {
        if (!TeamName().IsMatch(Team)) return Problems.Invalid("team-invalid", "\"team\" has 1 to 64 small letters, digits and hyphens, e.g. billing.");
        if (Locale.Length > 35 || !Language().IsMatch(Locale))
            return Problems.Invalid("locale-invalid", "\"locale\" is a BCP 47 language such as en or de-AT.");
        return Channel is "web" or "api" ? null : Problems.Invalid("channel-invalid", "\"channel\" is web or api.");
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    internal static partial Regex Language();

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z", RegexOptions.CultureInvariant, 1_000)]
    internal static partial Regex TeamName();
}

internal sealed record OpenAnswer(string Conversation, string Token, bool Identified, string? Name);

/// <summary>A message.</summary>
internal sealed record MessageRequest : IRequestBody
{
    /// <summary>The message's own id, chosen by the client: sending the same id again changes nothing and is answered with the first result.</summary>
    public required string Id { get; init; }

    /// <summary>Plain text, at most 16,000 characters; may be empty when there are attachments.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of files uploaded before, at most 10.</summary>
    public IReadOnlyList<string> Attachments { get; set; } = [];

    public ProblemHttpResult? Check()
    {
        if (TextRules.CheckMessageId(Id) is { } badId) return badId;
        if (TextRules.Check("text", Text, Limits.TextLength) is { } badText) return badText;
        if (Attachments.Count > Limits.Attachments)
            return Problems.Invalid("too-many-attachments", $"A message has at most {Limits.Attachments} attachments. Send several messages.");
        return string.IsNullOrWhiteSpace(Text) && Attachments.Count == 0
            ? Problems.Invalid("message-empty", "The message has neither text nor an attachment. Write something.")
            : null;
    }
}

/// <summary>What became of a message: its place in the conversation and whether it had been sent before.</summary>
internal sealed record MessageAnswer(string Id, int Seq, DateTimeOffset At, bool Repeat);

/// <summary>Rates the service.</summary>
internal sealed record RatingRequest : IRequestBody
{
    /// <summary>1 (bad) to 5 (good).</summary>
    public required int Score { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string Comment { get; set; } = "";

    public ProblemHttpResult? Check() => Score is < 1 or > 5
        ? Problems.Invalid("score-invalid", "\"score\" is a whole number from 1 (bad) to 5 (good).")
        : TextRules.Check("comment", Comment, 2_000);
}

/// <summary>The customer began or stopped typing.</summary>
internal sealed record TypingRequest : IRequestBody
{
    public required bool On { get; init; }

    public ProblemHttpResult? Check() => null;
}

/// <summary>Events after a sequence number.</summary>
/// <param name="Events">In order.</param>
/// <param name="Last">Ask after this number next time; it may be beyond the last event shown here.</param>
internal sealed record EventsAnswer(IReadOnlyList<CustomerItem> Events, int Last);
