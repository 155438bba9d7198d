using System.Text.RegularExpressions;
using Baton.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>A form that somebody filled in on a website.</summary>
internal sealed partial record FormRequest : IRequestBody
{
    /// <summary>The form's own id, chosen by the page: sending the same again changes nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Who, at most 120 characters; may be empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the answer goes.</summary>
    public required string Email { get; init; }

    /// <summary>At most 200 characters; may be empty.</summary>
    public string Subject { get; set; } = "";

    /// <summary>At most 16,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The customer's language, BCP 47; left out for the mailbox's.</summary>
    public string? Locale { get; set; }

    /// <summary>The name of the mailbox that answers; left out for the first.</summary>
    public string? Mailbox { get; set; }

    public ProblemHttpResult? Check()
    {
        if (TextRules.CheckMessageId(Id) is { } badId) return badId;
        if ((TextRules.Check("name", Name, 120) ?? TextRules.Check("subject", Subject, 200) ?? TextRules.Check("text", Text, Limits.TextLength)) is { } badText) return badText;
        if (Name.Contains('\n', StringComparison.Ordinal) || Subject.Contains('\n', StringComparison.Ordinal)) return Problems.Invalid("text-control-character", "\"name\" and \"subject\" are one line each.");
        if (string.IsNullOrWhiteSpace(Text)) return Problems.Invalid("message-empty", "The form has no text. Write something.");
        if (Email.Length > 254 || !Address().IsMatch(Email)) return Problems.Invalid("email-invalid", "\"email\" is an address such as ada@example.org.");
        return Locale is not null && !OpenRequest.Language().IsMatch(Locale) ? Problems.Invalid("locale-invalid", "\"locale\" is a BCP 47 language such as en or de-AT.") : null;
    }

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\]{1,64}@[A-Za-z0-9.-]{1,190}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Address();
}

/// <summary>The form was taken in.</summary>
/// <param name="Id">The form's own id.</param>
internal sealed record FormAnswer(string Id);
