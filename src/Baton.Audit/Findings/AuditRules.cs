using System.Text.Json;

namespace Baton.Audit;

/// <summary>The rules, as a dated list that is part of the program: rules.json beside this file.</summary>
internal static class AuditRules
{
    private static readonly Dictionary<string, AuditRule> Rules = JsonSerializer.Deserialize(EmbeddedText.All("Findings.rules.json"), AuditJson.Default.AuditRuleArray)!.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>A rule that applies on a day; <see langword="null"/> when it does not apply yet or no longer.</summary>
    public static AuditRule? Of(string code, DateOnly day) => Rules[code] is var rule && rule.From <= day && (rule.To is null || day <= rule.To) ? rule : null;

    public static IReadOnlyCollection<AuditRule> All => Rules.Values;
}
