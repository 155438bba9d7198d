using System.Text.Json;

namespace Baton.Language.Tests;

/// <summary>What a program that reads the corpus may rely on, whoever wrote the line.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Feelings = ["satisfied", "neutral", "worried", "frustrated", "angry", "resigned"];
    private static readonly string[] Speakers = ["agent", "customer", "worker"];
    private static readonly string[] Languages = ["en", "de", "es", "fr", "zh"];
    private static readonly string[] Channels = ["chat", "email"];
    private static readonly string[] Switches = ["repeats", "hidesPerson", "clear", "civil"];

    [Fact]
    public void Every_line_parses_and_the_parts_are_not_empty()
    {
        Assert.NotEmpty(CorpusFiles.Scenarios);
        Assert.NotEmpty(CorpusFiles.Messages);
        Assert.All(CorpusFiles.Entries, line => Assert.Equal(JsonValueKind.Object, line.Json.ValueKind));
    }

    [Fact]
    public void Identifiers_are_unique_in_the_whole_corpus()
    {
        CorpusFiles.None(Twice(CorpusFiles.Entries));
        CorpusFiles.None(Twice(CorpusFiles.Scenarios));

        static string[] Twice(IEnumerable<CorpusLine> lines) =>
            [.. lines.GroupBy(line => line.Id, StringComparer.Ordinal).Where(same => same.Count() > 1 || same.Key.Length == 0).Select(same => string.Join(" = ", same))];
    }

    [Fact]
    public void Every_scenario_states_its_part_language_domain_and_split() => CorpusFiles.None(Wrong(CorpusFiles.Scenarios, scenario =>
    [
        OneOf(scenario, "part", "messages", "conversations", "replies"),
        OneOf(scenario, "lang", Languages),
        OneOf(scenario, "domain", "shop", "bank", "telecom", "travel", "utility", "software", "health", "public", "insurance", "education"),
        OneOf(scenario, "split", "train", "dev", "test"),
        scenario.Text("about").Length > 0 ? null : "about is empty",
    ]));

    [Fact]
    public void Every_line_belongs_to_a_scenario_of_its_part_and_language()
    {
        var scenarios = CorpusFiles.Scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        CorpusFiles.None(Wrong(CorpusFiles.Entries, line => !scenarios.TryGetValue(line.Text("scenario"), out var scenario)
            ? [$"no scenario {line.Text("scenario")}"]
            :
            [
                scenario.Text("part") == line.Part ? null : $"scenario is of {scenario.Text("part")}",
                scenario.Text("lang") == line.Text("lang") ? null : $"scenario is {scenario.Text("lang")}",
                OneOf(line, "channel", Channels),
                line.Text("author").Length > 0 ? null : "author is empty",
            ]));
    }

    [Fact]
    public void Messages_are_labelled() => CorpusFiles.None(Wrong(CorpusFiles.Messages, line =>
    [
        OneOf(line, "feeling", Feelings),
        OneOf(line, "upset", "service", "world", "none"),
        YesNo(line, "person"),
        line.Text("text").Trim().Length > 0 || line.Items("before").Length > 0 ? null : "neither text nor context",
        line.Items("before").Length <= 3 ? null : "more than three turns before",
        .. line.Items("before").Select(turn => Speaks(turn, Speakers)),
        line.Json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array ? null : "no tags",
    ]));

    [Fact]
    public void A_minimal_pair_has_two_members_of_one_scenario_that_differ_in_a_label()
    {
        var pairs = CorpusFiles.Messages
            .SelectMany(line => line.Items("tags").Select(tag => (Tag: tag.GetString()!, Line: line)))
            .Where(tagged => tagged.Tag.StartsWith("pair:", StringComparison.Ordinal))
            .GroupBy(tagged => tagged.Tag, tagged => tagged.Line, StringComparer.Ordinal);
        CorpusFiles.None(pairs
            .Where(pair => pair.Count() != 2 || pair.Select(line => line.Text("scenario")).Distinct().Count() != 1 || pair.Select(Labels).Distinct().Count() != 2)
            .Select(pair => $"{pair.Key}: {string.Join(", ", pair)}"));

        static string Labels(CorpusLine line) => $"{line.Text("feeling")} {line.Text("upset")} {line.Json.GetProperty("person")}";
    }

    [Fact]
    public void Conversations_point_at_turns_of_the_customer() => CorpusFiles.None(Wrong(CorpusFiles.Conversations, line =>
    {
        var turns = line.Items("turns");
        var stepIn = line.Json.GetProperty("stepIn");
        var complaint = line.Json.GetProperty("complaint");
        return
        [
            OneOf(line, "end", "resolved", "technical", "emotional"),
            turns.Length > 1 ? null : "fewer than two turns",
            .. turns.Select(turn => Speaks(turn, Speakers)),
            .. turns.Where(turn => Field(turn, "from") == "customer").Select(turn => Feelings.Contains(Field(turn, "feeling")) ? null : $"a customer's turn feels '{Field(turn, "feeling")}'"),
            turns.Zip(turns.Skip(1)).All(two => two.First.GetProperty("at").GetDouble() <= two.Second.GetProperty("at").GetDouble()) ? null : "time runs backwards",
            stepIn.ValueKind == JsonValueKind.Null || AtCustomer(turns, stepIn.GetProperty("after")) ? null : "stepIn is not after a customer's turn",
            stepIn.ValueKind == JsonValueKind.Null || Field(stepIn, "kind") is "technical" or "emotional" or "requested" or "policy" ? null : "stepIn has no kind",
            complaint.ValueKind == JsonValueKind.Null || AtCustomer(turns, complaint) ? null : "complaint is not a customer's turn",
            stepIn.ValueKind == JsonValueKind.Null || complaint.ValueKind == JsonValueKind.Null || stepIn.GetProperty("after").GetInt32() <= complaint.GetInt32() ? null : "stepIn comes after the complaint",
        ];

        static bool AtCustomer(JsonElement[] turns, JsonElement index) =>
            index.TryGetInt32(out var at) && at >= 0 && at < turns.Length && Field(turns[at], "from") == "customer";
    }));

    [Fact]
    public void Replies_quote_their_spans_exactly() => CorpusFiles.None(Wrong(CorpusFiles.Replies, line =>
    {
        var reply = line.Text("reply");
        var promise = line.Json.GetProperty("promise");
        return
        [
            OneOf(line, "answers", "all", "some", "none"),
            OneOf(line, "advances", "forward", "reassures"),
            OneOf(line, "kind", "substantive", "clarifying", "acknowledgement", "holding", "deflection", "automatic"),
            .. Switches.Select(name => YesNo(line, name)),
            reply.Length > 0 && line.Text("question").Length > 0 ? null : "reply or question is empty",
            .. line.Items("before").Select(turn => Speaks(turn, Speakers)),
            .. line.Items("unsupported").Select(span => reply.Contains(span.GetString()!, StringComparison.Ordinal) ? null : $"'{span}' is not in the reply"),
            promise.ValueKind == JsonValueKind.Null || reply.Contains(Field(promise, "text"), StringComparison.Ordinal) ? null : "the promise is not in the reply",
        ];
    }));

    private static string[] Wrong(IEnumerable<CorpusLine> lines, Func<CorpusLine, IEnumerable<string?>> faults) =>
        [.. lines.SelectMany(line => faults(line).Where(fault => fault is not null).Select(fault => $"{line}: {fault}"))];

    private static string? OneOf(CorpusLine line, string name, params string[] allowed) =>
        allowed.Contains(line.Text(name)) ? null : $"{name} is '{line.Text(name)}'";

    private static string? YesNo(CorpusLine line, string name) =>
        line.Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{name} is neither true nor false";

    private static string? Speaks(JsonElement turn, string[] speakers) =>
        speakers.Contains(Field(turn, "from")) && Field(turn, "text").Length > 0 ? null : $"a turn is from '{Field(turn, "from")}' or empty";

    private static string Field(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
