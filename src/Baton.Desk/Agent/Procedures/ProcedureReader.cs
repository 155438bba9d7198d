using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Makes a procedure from its file, collecting mistakes on the way.</summary>
internal sealed class ProcedureReader(ProcedureSource source, ICollection<Mistake> mistakes)
{
    public Procedure Read()
    {
        var root = new SourceNode(source, source.Root, "#");
        var title = TextOf(root["title"]) ?? Missing;
        var isForPerson = root["handledBy"].Text == "person";
        if (isForPerson && !root["escalate"].Is) Report(root.Line, "'handledBy: person' needs 'escalate' with a kind and a reason.");
        if (isForPerson && !root["say"].Is) Report(root.Line, "'handledBy: person' needs 'say': a sentence for the customer.");
        if (isForPerson && root["steps"].Is) Report(root["steps"].Line, "A procedure that a person handles has no steps.");
        if (!isForPerson && !root["steps"].Is) Report(root.Line, "'steps' is missing.");
        return new()
        {
            Name = root["name"].Text,
            File = source.File,
            Title = title,
            Topic = TextOf(root["topic"]) ?? title,
            Description = root["description"].Text,
            Examples = [.. root["examples"].Items.Select(example => example.Text)],
            NeedsIdentity = !isForPerson && root["needs"].Text != "none",
            Tools = [.. Uses(root["tools"]["reads"], ToolEffect.Reads), .. Uses(root["tools"]["acts"], ToolEffect.Acts), .. Uses(root["tools"]["changes"], ToolEffect.Changes)],
            Limits = [.. root["limits"].Items.Select(LimitOf)],
            Values = root["values"].Members.ToDictionary(member => member.Name, member => ValueOf(member.Name, member.Node)),
            Steps = StepsOf(root["steps"]),
            ForPerson = isForPerson ? new(KindOf(root["escalate"]["kind"]), TemplateOf(root["escalate"]["reason"]) ?? Empty, TextOf(root["say"]), root.Line) : null,
        };
    }

    private static readonly Template Empty = Template.Parse("");
    private static readonly LocalText Missing = new(new Dictionary<string, Template> { ["en"] = Empty });

    private static IEnumerable<ToolUse> Uses(SourceNode list, ToolEffect effect) => list.Items.Select(tool => new ToolUse(tool.Text, effect, tool.Line));

    private Limit LimitOf(SourceNode node) => new(
        node["tool"].Text,
        node["argument"].Text,
        decimal.TryParse(node["most"].Text, System.Globalization.CultureInfo.InvariantCulture, out var most) ? most : 0,
        node["reason"].Text,
        TextOf(node["say"]),
        node.Line);

    private ValueDefinition ValueOf(string name, SourceNode node)
    {
        _ = Enum.TryParse<ValueKind>(node["kind"].Text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind);
        if (kind == ValueKind.Code && !node["pattern"].Is) Report(node.Line, $"'{name}' is of kind code and needs a pattern.");
        if (kind == ValueKind.Choice && !node["choices"].Is) Report(node.Line, $"'{name}' is of kind choice and needs choices.");
        return new(name, kind, node.Line)
        {
            Pattern = PatternOf(node["pattern"]),
            Ask = TextOf(node["ask"]),
            Default = TemplateOf(node["default"]),
            Choices = node["choices"].Is ? ChoicesOf(node["choices"]) : null,
            None = TextOf(node["none"]),
            Check = ConditionOf(node["check"]["that"]),
            CheckSay = TextOf(node["check"]["say"]),
        };
    }

    private ChoiceSource ChoicesOf(SourceNode node)
    {
        if (node["fixed"].Is == node["from"].Is) Report(node.Line, "Choices are either 'fixed' or 'from' a list.");
        if (node["from"].Is && (!node["value"].Is || !node["label"].Is)) Report(node.Line, "Choices from a list need 'value' and 'label'.");
        return new()
        {
            Fixed = [.. node["fixed"].Items.Select(choice => new FixedChoice(choice["value"].Text, TextOf(choice["label"]) ?? Missing, [.. choice["terms"].Items.Select(term => term.Text)]))],
            Tool = node["tool"].Is ? node["tool"].Text : null,
            With = ArgumentsOf(node["with"]),
            From = node["from"].Text,
            Where = ConditionOf(node["where"]),
            Value = TemplateOf(node["value"]),
            Label = TextOf(node["label"]),
            Terms = [.. node["terms"].Items.Select(TemplateOf).OfType<Template>()],
            Date = TemplateOf(node["date"]),
        };
    }

    private List<Step> StepsOf(SourceNode list) => [.. list.Items.Select(StepOf).OfType<Step>()];

    private static readonly (string Kind, string[] Extras)[] Kinds =
        [("collect", []), ("call", ["with", "as", "refused"]), ("when", ["then", "else"]), ("confirm", ["otherwise"]), ("escalate", ["say"]), ("say", []), ("done", [])];

    private Step? StepOf(SourceNode node)
    {
        var kind = Kinds.FirstOrDefault(kind => node[kind.Kind].Is);
        if (kind.Kind is null)
        {
            Report(node.Line, $"A step is one of: {string.Join(", ", Kinds.Select(known => known.Kind))}.");
            return null;
        }
        foreach (var (name, extra) in node.Members)
        {
            if (name != kind.Kind && !kind.Extras.Contains(name)) Report(extra.Line, $"'{name}' does not go with '{kind.Kind}' in one step.");
        }
        return kind.Kind switch
        {
            "collect" => new CollectStep(node["collect"].Text, node.Line),
            "call" => new CallStep(node["call"].Text, ArgumentsOf(node["with"]), node["as"].Is ? node["as"].Text : null, node["refused"].Is ? StepsOf(node["refused"]) : null, node.Line),
            "when" => new WhenStep(ConditionOf(node["when"]) ?? Empty, StepsOf(node["then"]), StepsOf(node["else"]), node.Line),
            "confirm" => new ConfirmStep(TextOf(node["confirm"]) ?? Missing, node["otherwise"].Is ? StepsOf(node["otherwise"]) : null, node.Line),
            "escalate" => new EscalateStep(KindOf(node["escalate"]["kind"]), TemplateOf(node["escalate"]["reason"]) ?? Empty, TextOf(node["say"]), node.Line),
            "say" => new SayStep(TextOf(node["say"]) ?? Missing, node.Line),
            _ => new DoneStep(node.Line),
        };
    }

    private List<Argument> ArgumentsOf(SourceNode map) => [.. map.Members.Select(member => new Argument(member.Name, TemplateOf(member.Node) ?? Empty))];

    private LocalText? TextOf(SourceNode node)
    {
        if (!node.Is) return null;
        var languages = node.Members.Any()
            ? node.Members.ToDictionary(member => member.Name, member => TemplateOf(member.Node) ?? Empty)
            : new Dictionary<string, Template> { ["en"] = TemplateOf(node) ?? Empty };
        if (languages.ContainsKey("en")) return new(languages);
        Report(node.Line, "A text needs English ('en'): the other languages fall back to it.");
        return Missing;
    }

    private Template? TemplateOf(SourceNode node) => node.Is ? Parse(node, Template.Parse) : null;

    private Template? ConditionOf(SourceNode node) => node.Is ? Parse(node, Template.ParseCondition) : null;

    private Template Parse(SourceNode node, Func<string, Template> parse)
    {
        try
        {
            return parse(node.Text);
        }
        catch (TemplateException error)
        {
            Report(node.Line, $"Not valid Liquid: {error.Message}");
            return Empty;
        }
    }

    private string? PatternOf(SourceNode node)
    {
        if (!node.Is) return null;
        try
        {
            _ = System.Text.RegularExpressions.Regex.IsMatch("", node.Text, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            return node.Text;
        }
        catch (System.Text.RegularExpressions.RegexParseException error)
        {
            Report(node.Line, $"Not a regular expression: {error.Message}");
            return null;
        }
    }

    private static EscalationKind KindOf(SourceNode node) => Enum.TryParse<EscalationKind>(node.Text, ignoreCase: true, out var kind) ? kind : EscalationKind.Policy;

    private void Report(int line, string what) => mistakes.Add(new(source.File, line, what));
}
