using System.Globalization;
using Baton.Language;

namespace Baton;

/// <summary>Judgements for people to read.</summary>
internal static class JudgementTable
{
    private const int ShownOfText = 60;

    /// <summary>One reply: an aspect a line, and what shows its faults.</summary>
    public static string Of(JudgedReply judged)
    {
        var verdict = judged.Verdict;
        var lines = new List<string> { $"{judged.Id}  {verdict.Quality.ToString().ToLowerInvariant()}  {Short(judged.Reply.Text)}" };
        lines.AddRange(verdict.Aspects.SelectMany(aspect => Lines(aspect, judged)));
        lines.AddRange(verdict.Claims.Where(claim => claim.Support is ClaimSupport.Unsupported or ClaimSupport.Contradicted).Select(claim => $"    {claim.Support.ToString().ToLowerInvariant()}: {Short(claim.Text)}"));
        lines.AddRange(verdict.Asks.Where(ask => ask.Coverage == AnswerCoverage.None).Select(ask => $"    not answered: {Short(ask.Text)}"));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>How many replies are of each quality.</summary>
    public static string Sum(int[] found) =>
        $"{found.Sum()} {(found.Sum() == 1 ? "reply" : "replies")}: {found[(int)ReplyQuality.Sound]} sound, {found[(int)ReplyQuality.Lacking]} lacking, {found[(int)ReplyQuality.Faulty]} faulty.";

    private static IEnumerable<string> Lines(AspectScore aspect, JudgedReply judged)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"  {Words(aspect, judged.Verdict),-28} {aspect.Score:0.00}{(aspect.IsFault ? "  FAULT" : "")}");
        // Claims and asks are listed by themselves.
        if (aspect.Aspect is ReplyAspect.Supported or ReplyAspect.Answers) yield break;
        foreach (var evidence in aspect.Evidence.Where(evidence => evidence.Place == EvidencePlace.Reply))
            yield return $"    {evidence.Why}: {Short(judged.Reply.Text.Substring(evidence.Start, evidence.Length))}";
    }

    private static string Words(AspectScore aspect, ReplyVerdict verdict) => aspect.Aspect switch
    {
        ReplyAspect.Answers => $"answers {verdict.Answers.ToString().ToLowerInvariant()}",
        ReplyAspect.Supported => "claims are supported",
        ReplyAspect.Advances => "moves forward",
        ReplyAspect.Fresh => "does not repeat",
        ReplyAspect.ShowsPerson => "shows the way to a person",
        ReplyAspect.Clear => $"clear ({verdict.Ease.Formula} {verdict.Ease.Value.ToString("0", CultureInfo.InvariantCulture)})",
        _ => "civil",
    };

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > ShownOfText } line ? line[..ShownOfText] + "…" : text.ReplaceLineEndings(" ");
}
