using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>What the evidence says.</summary>
[JsonConverter(typeof(WordConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The evidence shows it.</summary>
    Confirmed,

    /// <summary>What should be there was looked for and not found; that does not prove that it is nowhere.</summary>
    NotEvidenced,

    /// <summary>It could not be told; the finding says why.</summary>
    CouldNotTell,
}

/// <summary>How much a finding matters to somebody who wants to reach the organisation.</summary>
[JsonConverter(typeof(WordConverter<Severity>))]
public enum Severity
{
    /// <summary>Something done well.</summary>
    Praise,

    /// <summary>Worth knowing.</summary>
    Notice,

    /// <summary>A nuisance.</summary>
    Low,

    /// <summary>Some people do not get through.</summary>
    Medium,

    /// <summary>People who rely on it do not get through.</summary>
    High,
}

/// <summary>The kind of a rule.</summary>
[JsonConverter(typeof(WordConverter<RuleKind>))]
public enum RuleKind
{
    /// <summary>An act or a judgement.</summary>
    Law,

    /// <summary>A published standard.</summary>
    Standard,

    /// <summary>An opinion of the trade; it never decides a verdict.</summary>
    GoodPractice,
}

/// <summary>A rule that a finding refers to.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it asks for, in short.</param>
/// <param name="Scope">Whom it binds.</param>
/// <param name="Source">Where it can be read.</param>
/// <param name="From">Since when it applies.</param>
/// <param name="Reviewed">When this entry was last checked against its source.</param>
public sealed record AuditRule(string Code, RuleKind Kind, string Title, string Text, string Scope, string Source, DateOnly From, DateOnly Reviewed)
{
    /// <summary>Until when it applies; <see langword="null"/> when it still does.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>One side of the evidence.</summary>
/// <param name="Quote">What was seen, word for word, at most 160 characters.</param>
/// <param name="Url">Where; <see langword="null"/> for what is not on a page, such as DNS.</param>
/// <param name="At">When.</param>
public sealed record Evidence(string Quote, Uri? Url, DateTimeOffset At)
{
    /// <summary>The element or the record.</summary>
    public string Where { get; init; } = "";

    /// <summary>SHA-256 of the raw copy in the run's folder.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>Something found.</summary>
/// <param name="Code">Stable code of its kind, e.g. <c>email.dead-domain</c>.</param>
/// <param name="Subject">What it is about: an address, a page, a route. With the code it names the finding over several runs.</param>
/// <param name="Verdict">What the evidence says.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">In one sentence.</param>
/// <param name="Explanation">Why it matters and what was compared.</param>
/// <param name="Evidence">Both sides.</param>
/// <param name="Advice">What to do; empty for praise.</param>
public sealed record Finding(string Code, string Subject, Verdict Verdict, Severity Severity, string Title, string Explanation, IReadOnlyList<Evidence> Evidence, string Advice)
{
    /// <summary>The rule it refers to; <see langword="null"/> without one.</summary>
    public AuditRule? Rule { get; init; }
}

/// <summary>Something that was not tested, and why.</summary>
/// <param name="What">What.</param>
/// <param name="Why">Why not.</param>
public sealed record NotTested(string What, string Why);
