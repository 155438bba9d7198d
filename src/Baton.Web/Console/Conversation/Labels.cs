using System.Globalization;
using System.Text;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>What codes are called on screen.</summary>
internal static class Labels
{
    /// <summary><c>where-is-my-order</c> and <c>returnUntil</c> as words with a capital first letter.</summary>
    public static string Humanize(string code)
    {
        var words = new StringBuilder(code.Length + 8);
        foreach (var letter in code)
        {
            if (letter is '-' or '_') words.Append(' ');
            else if (char.IsUpper(letter) && words.Length > 0 && char.IsLower(words[^1])) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }

        return words.ToString();
    }

    public static string CustomerName(Customer customer) =>
        customer.Name ?? customer.Email ?? customer.Id ?? "Anonymous customer";

    /// <summary>What the customer chose instead of waiting.</summary>
    public static string Answer(AnswerArranged arranged) => arranged.Way switch
    {
        AnswerWays.Callback => $"Wants a call at {arranged.Address}",
        AnswerWays.Email => $"Wants the answer by mail to {arranged.Address}",
        _ => "Waits in the chat",
    };

    /// <summary>What a returning customer was recognised by.</summary>
    public static string MatchedBy(CustomerReturned returned) => returned.MatchedBy switch
    {
        ReturnTraces.Identity => "signed in both times",
        ReturnTraces.Address when returned.IsProven => "by the proven address",
        ReturnTraces.Address => "by the address, not proven",
        ReturnTraces.Reference => "by the number named, not proven: it may be somebody else",
        _ => "in this conversation",
    };

    public static string Kind(EscalationKind kind) => kind switch
    {
        EscalationKind.Technical => "Something does not work",
        EscalationKind.Emotional => "Losing patience or trust",
        EscalationKind.Requested => "Asks for a person",
        _ => "Must be a person’s",
    };

    public static string KindWord(EscalationKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>How each kind is repaired: people repair technical failures well and emotional ones late and with too little.</summary>
    public static string Repair(EscalationKind kind) => kind switch
    {
        EscalationKind.Technical => "Repair: do what the agent could not, and say what you did.",
        EscalationKind.Emotional => "Repair: acknowledge first, ask, then offer something concrete. Stay until it is solved.",
        EscalationKind.Requested => "Repair: answer as a person at once; they need not explain again.",
        _ => "Repair: only a person may decide this. Say what happens next and by when.",
    };

    public static string Trigger(EscalationTrigger trigger) => trigger switch
    {
        EscalationTrigger.Customer => "asked by the customer",
        EscalationTrigger.Worker => "by a worker",
        _ => "noticed by Baton",
    };

    public static string Level(RiskLevel level) => level switch
    {
        RiskLevel.Escalate => "Escalate",
        RiskLevel.Watch => "Watch",
        _ => "Calm",
    };

    public static string Availability(Availability availability) => availability.ToString();

    public static string Channel(string channel) => channel switch
    {
        "web" => "Web chat",
        "email" => "E-mail",
        "api" => "API",
        "form" => "Form on the website",
        _ => Humanize(channel),
    };

    public static string Language(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale.Split('-')[0], predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return locale;
        }
    }

    public static string Holder(ConversationSummary row) => row.Holder switch
    {
        Journal.Holder.Agent => "AI agent",
        Journal.Holder.Queue => "Waiting for a person",
        Journal.Holder.Worker => row.WorkerName ?? "A worker",
        _ => row.Outcome is { } outcome ? $"Closed, {outcome}" : "Closed",
    };

    public static string Money(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {currency}");

    public static string Abuse(string kind) => kind switch
    {
        "threat" => "a threat",
        "harassment" => "harassment",
        "slur" => "a slur",
        _ => "an insult",
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };
}
