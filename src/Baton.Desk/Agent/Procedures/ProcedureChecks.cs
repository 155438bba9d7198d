namespace Baton.Desk;

/// <summary>What the schema cannot say: names that exist, steps that are reached, changes that are confirmed.</summary>
internal sealed class ProcedureChecks(Procedure procedure, ICollection<Mistake> mistakes)
{
    private static readonly string[] Always = ["customer", "labels", "today", "refusal"];

    private readonly HashSet<string> _names =
        [.. Always, .. procedure.Values.Keys, .. StepPath.All(procedure.Steps).Select(found => found.Step).OfType<CallStep>().Select(call => call.As).OfType<string>()];

    public void Run()
    {
        Names();
        List(procedure.Steps);
        foreach (var value in procedure.Values.Values) Value(value);
        foreach (var limit in procedure.Limits)
        {
            if (!procedure.Changes(limit.Tool)) Report(limit.Line, $"The limit is for '{limit.Tool}', which is not in this procedure's tools under 'changes'.");
            Text(limit.Say, limit.Line);
        }
        if (procedure.ForPerson is { } person) Escalate(person);
    }

    private void Names()
    {
        foreach (var name in Always.Append("each").Append(ConfirmStepRule.Asked).Where(procedure.Values.ContainsKey)) Report(procedure.Values[name].Line, $"'{name}' is a name of Baton's own; call the value otherwise.");
        foreach (var double_ in procedure.Tools.GroupBy(use => use.Name).Where(group => group.Count() > 1)) Report(double_.Last().Line, $"The tool '{double_.Key}' is listed twice.");
        var taken = procedure.Values.Keys.ToHashSet();
        foreach (var call in StepPath.All(procedure.Steps).Select(found => found.Step).OfType<CallStep>().Where(call => call.As is not null && taken.Contains(call.As))) Report(call.Line, $"'{call.As}' is already the name of a value.");
    }

    private void List(IReadOnlyList<Step> steps)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            Step(steps[index], index == 0 ? null : steps[index - 1], index + 1 < steps.Count ? steps[index + 1] : null);
            if (index + 1 < steps.Count && Ends(steps[index])) Report(steps[index + 1].Line, "This step is never reached: the one before it ends the procedure.");
        }
    }

    private void Step(Step step, Step? before, Step? after)
    {
        switch (step)
        {
            case CollectStep collect:
                if (!procedure.Values.TryGetValue(collect.Value, out var value)) Report(collect.Line, $"Unknown value '{collect.Value}'. Known: {Known(procedure.Values.Keys)}.");
                else if (value.Ask is null) Report(value.Line, $"'{value.Name}' is collected and needs 'ask': how to ask for it.");
                break;
            case CallStep call:
                Tool(call.Tool, call.Line);
                foreach (var argument in call.With) Template(argument.Value, call.Line);
                if (procedure.Changes(call.Tool)) ConfirmStepRule.Check(call, before as ConfirmStep, Report);
                if (call.Refused is not null) List(call.Refused);
                break;
            case WhenStep branch:
                Template(branch.Condition, branch.Line);
                List(branch.Then);
                List(branch.Else);
                break;
            case ConfirmStep confirm:
                Text(confirm.Text, confirm.Line);
                if (after is not CallStep) Report(confirm.Line, "A confirm step stands right before the call that it confirms.");
                if (confirm.Otherwise is not null) List(confirm.Otherwise);
                break;
            case SayStep say:
                Text(say.Text, say.Line);
                break;
            case EscalateStep escalate:
                Escalate(escalate);
                break;
        }
    }

    private void Value(ValueDefinition value)
    {
        Text(value.Ask, value.Line);
        Text(value.None, value.Line);
        Text(value.CheckSay, value.Line);
        Template(value.Default, value.Line);
        Template(value.Check, value.Line);
        if (value.Choices is not { Fixed: [] } choices) return;
        if (choices.Tool is not null) Tool(choices.Tool, value.Line);
        if (procedure.Tools.Any(use => use.Name == choices.Tool && use.Effect != ToolEffect.Reads)) Report(value.Line, $"'{choices.Tool}' changes something; choices can only be read.");
        if (choices.Tool is null && !_names.Contains(choices.From.Split('.')[0])) Report(value.Line, $"'{choices.From}': unknown name. Known: {Known(_names)}.");
        foreach (var argument in choices.With) Template(argument.Value, value.Line);
        foreach (var template in choices.Terms.Append(choices.Where).Append(choices.Value).Append(choices.Date)) Template(template, value.Line, "each");
        Text(choices.Label, value.Line, "each");
    }

    private void Escalate(EscalateStep escalate)
    {
        Template(escalate.Reason, escalate.Line);
        Text(escalate.Say, escalate.Line);
    }

    private void Tool(string tool, int line)
    {
        if (procedure.Tools.All(use => use.Name != tool)) Report(line, $"'{tool}' is not among this procedure's tools: {Known(procedure.Tools.Select(use => use.Name))}.");
    }

    private void Text(LocalText? text, int line, string? extra = null)
    {
        foreach (var template in text?.Languages.Values ?? []) Template(template, line, extra);
    }

    private void Template(Template? template, int line, string? extra = null)
    {
        if (template is null) return;
        var names = TemplateNames.Of(template.Source);
        foreach (var name in names.Roots.Where(name => !_names.Contains(name) && name != extra)) Report(line, $"Unknown name '{name}' in a template. Known: {Known(_names)}.");
        foreach (var label in names.Labels.Where(label => !procedure.Values.ContainsKey(label))) Report(line, $"Unknown name 'labels.{label}': there is no such value.");
        foreach (var filter in names.UnknownFilters) Report(line, $"Unknown filter '{filter}'.");
    }

    private static bool Ends(Step step) => step switch
    {
        DoneStep or EscalateStep => true,
        WhenStep branch => branch.Then.Count > 0 && branch.Else.Count > 0 && Ends(branch.Then[^1]) && Ends(branch.Else[^1]),
        _ => false,
    };

    private static string Known(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private void Report(int line, string what) => mistakes.Add(new(procedure.File, line, what));
}
