using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Says all that is wrong with the mail settings at once, and never a password.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (options.Mailboxes.Count == 0) return ValidateOptionsResult.Success;
        List<string> wrong = [];
        if (options.Secret.Length < 16)
            wrong.Add($"Mail:Secret has {options.Secret.Length} characters. Set at least 16, random, best as the environment variable Mail__Secret.");
        if (options.ReplyDomain is { } domain && (domain.Contains('@', StringComparison.Ordinal) || !domain.Contains('.', StringComparison.Ordinal)))
            wrong.Add($"Mail:ReplyDomain is '{domain}'. Write only a domain, e.g. replies.shop.example, or leave it out.");
        Between(wrong, nameof(options.AnswersWithin), options.AnswersWithin, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        Between(wrong, nameof(options.GiveUpAfter), options.GiveUpAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(14));
        if (options.AutomaticAnswersPerDay is < 1 or > 100)
            wrong.Add($"Mail:AutomaticAnswersPerDay is {options.AutomaticAnswersPerDay}. Set it between 1 and 100; to have no answers by the agent, leave email out of Desk:Escalation:AgentChannels.");
        for (var i = 0; i < options.Mailboxes.Count; i++) Check(wrong, $"Mail:Mailboxes:{i}", options.Mailboxes[i]);
        Unique(wrong, "Name", options.Mailboxes.Select(mailbox => mailbox.Name));
        Unique(wrong, "Address", options.Mailboxes.Select(mailbox => mailbox.Address));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void Check(List<string> wrong, string section, MailboxOptions mailbox)
    {
        if (mailbox.Name.Length is 0 or > 40 || !mailbox.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            wrong.Add($"{section}:Name is '{mailbox.Name}'. Give it a short name of letters, digits and '-', e.g. support, and never change it.");
        if (mailbox.Address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || mailbox.Address.Any(char.IsWhiteSpace))
            wrong.Add($"{section}:Address is '{mailbox.Address}'. Write the mailbox's address, e.g. support@shop.example.");
        if (string.IsNullOrWhiteSpace(mailbox.Team)) wrong.Add($"{section}:Team is empty. Name a team, or leave it out for 'default'.");
        if (string.IsNullOrWhiteSpace(mailbox.Folder)) wrong.Add($"{section}:Folder is empty. Name the folder to read, or leave it out for INBOX.");
        if (mailbox.Signature.Length > 2_000) wrong.Add($"{section}:Signature has {mailbox.Signature.Length} characters; it may have 2,000.");
        wrong.AddRange(mailbox.Imap.Mistakes($"{section}:Imap"));
        wrong.AddRange(mailbox.Smtp.Mistakes($"{section}:Smtp"));
    }

    private static void Between(List<string> wrong, string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most) wrong.Add($"Mail:{key} is {value}. Set it between {least} and {most}.");
    }

    private static void Unique(List<string> wrong, string key, IEnumerable<string> values)
    {
        foreach (var twice in values.Where(value => value.Length > 0).CountBy(value => value, StringComparer.OrdinalIgnoreCase).Where(pair => pair.Value > 1))
            wrong.Add($"{twice.Value} of Mail:Mailboxes have the {key} '{twice.Key}'. Each needs its own.");
    }
}
