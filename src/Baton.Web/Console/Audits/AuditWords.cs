using Baton.Audit;

namespace Baton.Web;

/// <summary>The audit's words as the console shows them.</summary>
internal static class AuditWords
{
    public static string Tool(string tool) => tool switch
    {
        EmailFinder.Tool => "Email Finder",
        "reply-radar" => "Reply Radar",
        _ => tool,
    };

    public static string Of(Severity severity) => severity.ToString().ToLowerInvariant();

    public static string Of(Verdict verdict) => verdict switch { Verdict.Confirmed => "confirmed", Verdict.NotEvidenced => "not evidenced", _ => "could not tell" };

    public static string Of(LifeState state) => state switch { LifeState.New => "new", LifeState.Still => "still there", LifeState.Returned => "back again", LifeState.Gone => "gone", _ => "not seen again" };

    public static string Of(RunState state) => state switch { RunState.Running => "running", RunState.Interrupted => "interrupted", _ => "finished" };

    public static string Of(RuleKind kind) => kind switch { RuleKind.Law => "Law", RuleKind.Standard => "Standard", _ => "Good practice" };

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Host(string target) => Uri.TryCreate(target, UriKind.Absolute, out var address) ? address.Authority : target;
}
