using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>The service's own sentences to customers, in their language; English where a language is missing.</summary>
internal sealed class Notices
{
    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts = Load();

    /// <summary>Who answers and what it can do, and how long a person would take now; no promise, so it sets no deadline.</summary>
    public CustomerNotified Welcome(string locale, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone)
    {
        var waiting = Text(locale, "welcome-wait").Replace("{time}", When(locale, wait.By, now, zone), StringComparison.Ordinal);
        return new(NoticeKinds.Welcome, Sentence(locale, Sentence(locale, Text(locale, NoticeKinds.Welcome), waiting), Usually(locale, wait.Stated)), null);
    }

    public CustomerNotified PersonHere(string locale, string name) =>
        new(NoticeKinds.PersonHere, Text(locale, NoticeKinds.PersonHere).Replace("{name}", name, StringComparison.Ordinal), null);

    public CustomerNotified AgentHere(string locale) => new(NoticeKinds.AgentHere, Text(locale, NoticeKinds.AgentHere), null);

    public CustomerNotified Closed(string locale) => new(NoticeKinds.Closed, Text(locale, NoticeKinds.Closed), null);

    /// <summary>Another person reads and writes along.</summary>
    public CustomerNotified ColleagueHere(string locale, string name) =>
        new(NoticeKinds.ColleagueHere, Text(locale, NoticeKinds.ColleagueHere).Replace("{name}", name, StringComparison.Ordinal), null);

    /// <summary>That person has left, and who goes on.</summary>
    public CustomerNotified ColleagueLeft(string locale, string name, string other) => new(
        NoticeKinds.ColleagueLeft, Text(locale, NoticeKinds.ColleagueLeft).Replace("{name}", name, StringComparison.Ordinal).Replace("{other}", other, StringComparison.Ordinal), null);

    /// <summary>When the agent begins; no promise of a person, so it sets no deadline.</summary>
    public CustomerNotified IntakeSlowed(string locale, DateTimeOffset until, DateTimeOffset now, TimeZoneInfo zone) =>
        new(NoticeKinds.IntakeSlowed, Text(locale, NoticeKinds.IntakeSlowed).Replace("{time}", When(locale, until, now, zone), StringComparison.Ordinal), null);

    public CustomerNotified ConductWarning(string locale) => new(NoticeKinds.ConductWarning, Text(locale, NoticeKinds.ConductWarning), null);

    public CustomerNotified ContactEnded(string locale) => new(NoticeKinds.ContactEnded, Text(locale, NoticeKinds.ContactEnded), null);

    /// <summary>A first promise, in words that fit why a person is needed, or a new one in place of one that was not kept.</summary>
    public CustomerNotified Promise(
        string locale, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone, bool isRenewal, bool isByLetter = false, EscalationKind? why = null)
    {
        var kind = wait.IsOutOfHours ? NoticeKinds.OutOfHours : isRenewal ? NoticeKinds.PromiseRenewed : NoticeKinds.Promise;
        var words = isByLetter ? isRenewal ? "letter-promise-renewed" : "letter-promise" : kind == NoticeKinds.Promise ? FirstPromise(why) : kind;
        var notice = Timed(kind, words, locale, wait, now, zone);
        return kind == NoticeKinds.Promise && !isByLetter ? notice with { Text = Sentence(locale, notice.Text, Usually(locale, wait.Stated)), Stated = wait.Stated } : notice;
    }

    /// <summary>What the customer chose, and by when it is kept.</summary>
    public CustomerNotified Arranged(string locale, AnswerArranged arranged, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone)
    {
        var words = arranged switch
        {
            { Way: AnswerWays.Callback, NotBefore: not null } => "answer-callback-at",
            { Way: AnswerWays.Callback } => "answer-callback",
            { Way: AnswerWays.Email } => "answer-email",
            _ => "answer-waiting",
        };
        var notice = Timed(NoticeKinds.AnswerArranged, words, locale, wait, now, zone);
        var from = arranged.NotBefore is { } notBefore ? When(locale, notBefore, now, zone) : "";
        return notice with { Text = notice.Text.Replace("{from}", from, StringComparison.Ordinal).Replace("{address}", arranged.Address, StringComparison.Ordinal) };
    }

    /// <summary>A call comes later than was promised.</summary>
    public CustomerNotified CallbackRenewed(string locale, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone) =>
        Timed(NoticeKinds.PromiseRenewed, "callback-renewed", locale, wait, now, zone);

    /// <summary>Subject of the letters to a customer who chose mail in the chat.</summary>
    public string AnswerSubject(string locale) => Text(locale, "answer-subject");

    /// <summary>Somebody has time sooner than was promised.</summary>
    public CustomerNotified Sooner(string locale, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone) =>
        Timed(NoticeKinds.PromiseShortened, NoticeKinds.PromiseShortened, locale, wait, now, zone);

    /// <summary>Who asked for a person hears that one comes; who was failed hears first what went wrong.</summary>
    private static string FirstPromise(EscalationKind? why) => why switch
    {
        EscalationKind.Technical => "promise-technical",
        EscalationKind.Emotional => "promise-emotional",
        EscalationKind.Policy => "promise-policy",
        _ => NoticeKinds.Promise,
    };

    private CustomerNotified Timed(string kind, string words, string locale, ExpectedWait wait, DateTimeOffset now, TimeZoneInfo zone) =>
        new(kind, Text(locale, words).Replace("{time}", When(locale, wait.By, now, zone), StringComparison.Ordinal), wait.By);

    /// <summary>What was learned, rounded outward to minutes so that it holds at least as often as it is said to; empty while too little is known.</summary>
    private string Usually(string locale, StatedWait? stated)
    {
        if (stated is not { Earliest: { } earliest, Latest: { } latest } || latest > 90 * 60) return "";
        var (from, to) = ((int)Math.Floor(earliest / 60), (int)Math.Max(1, Math.Ceiling(latest / 60)));
        return Text(locale, from < 1 ? "usually-less" : "usually").Replace("{from}", from.ToString(Culture(locale)), StringComparison.Ordinal).Replace("{to}", to.ToString(Culture(locale)), StringComparison.Ordinal);
    }

    private static string Sentence(string locale, string first, string second) =>
        second.Length == 0 ? first : locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? first + second : $"{first} {second}";

    private string When(string locale, DateTimeOffset by, DateTimeOffset now, TimeZoneInfo zone)
    {
        var culture = Culture(locale);
        var minutes = (int)Math.Ceiling((by - now).TotalMinutes);
        if (minutes < 90) return Text(locale, "minutes").Replace("{n}", minutes.ToString(culture), StringComparison.Ordinal);
        var local = TimeZoneInfo.ConvertTime(by, zone);
        return string.Create(culture, $"{local:ddd d MMM}, {local:t} ({zone.Id})");
    }

    private string Text(string locale, string key)
    {
        var language = locale.Split('-')[0].ToLowerInvariant();
        return _texts.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text) ? text : _texts["en"][key];
    }

    private static CultureInfo Culture(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    private static FrozenDictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Notices).Assembly.GetManifestResourceStream("Baton.Desk.Notices.json")
            ?? throw new InvalidOperationException("The notices are missing from the assembly.");
        return JsonSerializer.Deserialize(stream, NoticesJson.Default.DictionaryStringDictionaryStringString)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class NoticesJson : JsonSerializerContext;
