using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>
/// What a person's reply does for the customer: what it asks and whether it offers a solution. Read by rules from the lists of the reply judge,
/// in five languages (en, de, es, fr, zh), so that everybody can tell what was counted.
/// </summary>
/// <param name="Questions">Questions to the customer. "Anything else?" at the end is none.</param>
/// <param name="OffersSolution">True when it tells of something done about the matter or offers to do it: an act such as a refund, a new parcel or a
/// cancelled order, or a way to make good. Sympathy, a promise to look into it and passing it on are none.</param>
public sealed record ReplyMoves(int Questions, bool OffersSolution)
{
    // What is told of these solves nothing yet.
    private static readonly FrozenSet<string> _noSolution = new[] { "pass-on", "pay" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Judge.Lists.offers.{language}.txt"))));

    /// <summary>Reads a reply. Of more than 20,000 characters the rest is not read.</summary>
    public static ReplyMoves Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reply = ReplyClosing.Cut(new KnownText(EvidencePlace.Reply, 0, text));
        var asked = reply.Message.Sentences.Count(sentence => sentence.IsQuestion);
        return new(asked > 0 || !Has(reply, "needs", 0, int.MaxValue) ? asked : 1, Offers(reply));
    }

    private static bool Offers(KnownText reply)
    {
        if (ServiceActs.Find(reply.Message).Any(act => !_noSolution.Contains(act.Kind))) return true;
        var hits = _matcher.Find(reply.Message);
        return ClauseSplitter.Split(reply.Message).Any(clause => Offers(reply, hits, clause.FirstWord, clause.EndWord));
    }

    /// <summary>Who speaks will do it, and not only feels or needs something.</summary>
    private static bool Offers(KnownText reply, List<CueHit> hits, int first, int end)
    {
        if (Has(reply, "sorry", first, end) || Has(reply, "soothe", first, end) || Has(reply, "needs", first, end) || Denies(reply.Message, first, end)) return false;
        var frame = hits.FindIndex(hit => hit.Name == "frame" && hit.FirstWord >= first && hit.FirstWord < end);
        // "A new one leaves today", without anybody who does it, is an offer too.
        if (hits.Exists(hit => hit.Name == "good" && hit.FirstWord >= first && hit.FirstWord < end)) return true;
        return frame >= 0 && ServiceActs.IsNamed(reply.Message, hits[frame].FirstWord, end, kind => !_noSolution.Contains(kind));
    }

    private static bool Has(KnownText reply, string section, int first, int end) => reply.Cues.Exists(hit => hit.Name == section && hit.FirstWord >= first && hit.FirstWord < end);

    private static bool Denies(MessageText message, int first, int end) =>
        Enumerable.Range(first, end - first).Any(word => ActWords.Denials.Contains(message.Words[word].Form));
}
