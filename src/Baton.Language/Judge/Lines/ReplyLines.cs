using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Language;

/// <summary>
/// Judges replies given as JSON Lines, or those of a conversation written down as plain text. A JSON line is an object with <c>reply</c>,
/// and if wanted <c>question</c>, <c>before</c> (turns with <c>from</c> and <c>text</c>, oldest first), <c>facts</c> (texts or JSON; without
/// it what the writer could look up is not known), <c>locale</c> and <c>id</c>, which is given back. A plain text has a turn a line, opened
/// with who speaks and a colon; <c>fact:</c> opens what a tool or source says. Every turn that is not the customer's and follows one is judged.
/// </summary>
/// <param name="judge">What judges.</param>
/// <param name="locale">The customer's language where a line says none.</param>
public sealed class ReplyLines(ReplyJudge judge, string locale = "en")
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Judges line after line of JSON.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object, has no reply, or facts or turns before that are no list; the message names the line. Or there is no line.</exception>
    public async IAsyncEnumerable<JudgedReply> ReadAsync(TextReader source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (number, judged) = (0, 0);
        while (await source.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var json = JsonLines.ReadLine(line, number);
            if (Text(json, "reply") is not { } reply)
                throw new InvalidDataException($"Line {number} has no 'reply' that is a text.");
            foreach (var name in (ReadOnlySpan<string>)["facts", "before"])
            {
                if (json.TryGetProperty(name, out var list) && list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                    throw new InvalidDataException($"Line {number} has '{name}' that is no list.");
            }

            judged++;
            yield return Judge(
                json.TryGetProperty("id", out var id) ? id.ToString() : number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                new ReplyInContext { Text = reply, Question = Text(json, "question") ?? "", Before = MessageJson.Before(json), Facts = Facts(json), Locale = Text(json, "locale") ?? Text(json, "lang") ?? locale });
        }

        if (judged == 0)
            throw new InvalidDataException("There is no reply to judge: nothing was given.");
    }

    /// <summary>Judges the replies of a conversation in plain text. The names of the judgements are the lines they stand on.</summary>
    /// <exception cref="InvalidDataException">The text does not open with who speaks, or nobody replies.</exception>
    public IReadOnlyList<JudgedReply> ReadConversation(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var judged = new List<JudgedReply>();
        var facts = new List<string>();
        var said = new List<Turn>();
        foreach (var (line, speaker, text) in PlainConversation.Turns(source))
        {
            if (speaker == PlainConversation.Fact)
            {
                facts.Add(text);
                continue;
            }

            var asked = said.FindLastIndex(turn => turn.Speaker == "customer");
            if (speaker != "customer" && asked >= 0)
            {
                judged.Add(Judge(
                    line.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    new ReplyInContext { Text = text, Question = said[asked].Text, Before = [.. said.Where((_, index) => index != asked)], Facts = facts.Count > 0 ? [.. facts] : null, Locale = locale }));
            }

            said.Add(new Turn(speaker, text));
        }

        return judged.Count > 0 ? judged : throw new InvalidDataException("Nobody replies to a customer in this text. Each turn is a line such as 'customer: …' or 'agent: …'.");
    }

    /// <summary>A judgement as one line of JSON, with every score, claim, ask and piece of evidence.</summary>
    public static string Write(JudgedReply judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var verdict = judged.Verdict;
        return new JsonObject
        {
            ["id"] = judged.Id,
            ["language"] = verdict.Language,
            ["quality"] = Lower(verdict.Quality),
            ["score"] = Round(verdict.Score),
            ["answers"] = Lower(verdict.Answers),
            ["aspects"] = new JsonArray([.. verdict.Aspects.Select(aspect => (JsonNode)new JsonObject { ["aspect"] = Lower(aspect.Aspect), ["score"] = Round(aspect.Score), ["fault"] = aspect.IsFault, ["evidence"] = new JsonArray([.. aspect.Evidence.Select(Evidence)]) })]),
            ["asks"] = new JsonArray([.. verdict.Asks.Select(ask => (JsonNode)new JsonObject { ["start"] = ask.Start, ["length"] = ask.Length, ["text"] = ask.Text, ["answered"] = Lower(ask.Coverage), ["answer"] = ask.Answer is null ? null : Evidence(ask.Answer) })]),
            ["claims"] = new JsonArray([.. verdict.Claims.Select(claim => (JsonNode)new JsonObject { ["kind"] = Lower(claim.Kind), ["start"] = claim.Start, ["length"] = claim.Length, ["text"] = claim.Text, ["support"] = Lower(claim.Support), ["source"] = claim.Source is null ? null : Evidence(claim.Source) })]),
            ["readability"] = new JsonObject { ["formula"] = verdict.Ease.Formula, ["value"] = Round(verdict.Ease.Value), ["lix"] = Round(verdict.Ease.Lix) },
        }.ToJsonString(_plain);
    }

    private JudgedReply Judge(string id, ReplyInContext reply) => new(id, reply, judge.Judge(reply));

    private static IReadOnlyList<string>? Facts(JsonElement line) =>
        line.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array
            ? [.. facts.EnumerateArray().Select(fact => fact.ValueKind == JsonValueKind.String ? fact.GetString()! : fact.GetRawText())]
            : null;

    private static JsonNode Evidence(JudgeEvidence evidence) =>
        new JsonObject { ["in"] = Lower(evidence.Place), ["index"] = evidence.Index, ["start"] = evidence.Start, ["length"] = evidence.Length, ["why"] = evidence.Why };

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double Round(double value) => Math.Round(value, 3);

    private static string Lower<T>(T name)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());
}

/// <summary>A reply and its judgement.</summary>
/// <param name="Id">The name that its line gives, or the line's number.</param>
/// <param name="Reply">What was judged.</param>
/// <param name="Verdict">The judgement.</param>
public sealed record JudgedReply(string Id, ReplyInContext Reply, ReplyVerdict Verdict);
