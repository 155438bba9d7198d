using System.Text.Json;

namespace Baton.Mail;

/// <summary>Sending services report by JSON in a letter (Amazon SES over SNS is the common one).</summary>
internal static class ServiceNotice
{
    public static Outcome? Read(Letter letter)
    {
        if (!letter.Text.StartsWith('{') || !letter.Text.Contains("\"notificationType\"", StringComparison.Ordinal))
            return null;
        try
        {
            var end = letter.Text.LastIndexOf('}');
            using var json = JsonDocument.Parse(letter.Text[..(end + 1)].ReplaceLineEndings(""));
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            // Cut off or reworked on its way: its words are read like any other's.
            return null;
        }
    }

    private static Outcome? Read(JsonElement notice)
    {
        var kind = Text(notice, "notificationType");
        var evidence = new Evidence("report", $"notificationType: {kind}", "a sending service's notice");
        switch (kind)
        {
            case "Bounce" when notice.TryGetProperty("bounce", out var bounce):
                var recipient = bounce.TryGetProperty("bouncedRecipients", out var recipients) && recipients.ValueKind == JsonValueKind.Array && recipients.GetArrayLength() > 0 ? recipients[0] : default;
                var failure = new DeliveryFailure(
                    FailureReasonReader.Read([Text(recipient, "diagnosticCode"), Text(bounce, "bounceSubType")], Text(recipient, "status")), Text(recipient, "emailAddress"), Text(recipient, "status"), Text(recipient, "diagnosticCode"));
                return new Outcome(failure.IsBecauseOfSender ? OutcomeKind.Blocked : OutcomeKind.Bounced, 0.97, LetterAuthor.Program, [evidence]) { Failure = failure };
            case "Complaint":
                return new Outcome(OutcomeKind.Complaint, 0.97, LetterAuthor.Program, [evidence]);
            case "Delivery":
                return new Outcome(OutcomeKind.Delivered, 0.97, LetterAuthor.Program, [evidence]);
            default:
                return null;
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
