namespace Baton.Language;

/// <summary>An act that a reply tells of.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Length">How long.</param>
/// <param name="IsSupported">True when a fact or an earlier turn tells of such an act, or when it is not known what the writer could look up.</param>
/// <param name="IsNew">True when no turn before told of it, or more such acts are known than were told.</param>
internal readonly record struct ToldAct(string Kind, int Start, int Length, bool IsSupported, bool IsNew);

/// <summary>Holds what a reply says was done against facts and earlier turns.</summary>
internal static class ToldActs
{
    // A record or a note; a longer text without any brace is a policy, which says what may be done and not what was.
    private const int LongestNote = 400;

    public static IReadOnlyList<ToldAct> Find(MessageText reply, IEnumerable<MessageText>? facts, IEnumerable<MessageText> said)
    {
        if (ServiceActs.Find(reply) is not [_, ..] acts)
            return [];
        var before = said.SelectMany(text => ServiceActs.Find(text).Select(act => act.Kind).Distinct()).CountBy(kind => kind).ToDictionary(StringComparer.Ordinal);
        var records = facts?.Where(fact => fact.Text.Length <= LongestNote || fact.Text.AsSpan().IndexOfAny('{', '[') >= 0).ToList();
        return [.. acts.Select(act => Told(act, before.GetValueOrDefault(act.Kind), records?.Count(record => ServiceActs.IsIn(act.Kind, record))))];
    }

    private static ToldAct Told(ServiceAct act, int told, int? records) =>
        new(act.Kind, act.Start, act.Length, records is not 0 || told > 0, told == 0 || records > told);
}
