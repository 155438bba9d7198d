using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>The written way to fulfil one kind of request.</summary>
internal sealed record Procedure
{
    public required string Name { get; init; }
    public required string File { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Topic { get; init; }
    public required string Description { get; init; }
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>True when only a customer whose identity is proven may use it.</summary>
    public required bool NeedsIdentity { get; init; }

    public IReadOnlyDictionary<string, ValueDefinition> Values { get; init; } = new Dictionary<string, ValueDefinition>();
    public IReadOnlyList<ToolUse> Tools { get; init; } = [];
    public IReadOnlyList<Limit> Limits { get; init; } = [];
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Set when the procedure goes straight to a person.</summary>
    public EscalateStep? ForPerson { get; init; }

    public IntentDefinition Intent => new(Name, Description, Examples);

    public bool Changes(string tool) => Tools.Any(use => use.Name == tool && use.Effect == ToolEffect.Changes);
}

/// <summary>A tool in a procedure's own list; no other may be called.</summary>
internal sealed record ToolUse(string Name, ToolEffect Effect, int Line);

/// <summary>What calling a tool leads to.</summary>
internal enum ToolEffect
{
    /// <summary>It only looks something up.</summary>
    Reads,

    /// <summary>It does something that needs no confirmation, such as sending the customer a copy.</summary>
    Acts,

    /// <summary>It changes something and is called only after a confirmation.</summary>
    Changes,
}

/// <summary>How far the agent may go without a person: a numeric argument's largest value, inclusive.</summary>
internal sealed record Limit(string Tool, string Argument, decimal Most, string Reason, LocalText? Say, int Line);

/// <summary>A value the customer gives.</summary>
internal sealed record ValueDefinition(string Name, ValueKind Kind, int Line)
{
    public string? Pattern { get; init; }
    public LocalText? Ask { get; init; }
    public Template? Default { get; init; }
    public ChoiceSource? Choices { get; init; }
    public LocalText? None { get; init; }
    public Template? Check { get; init; }
    public LocalText? CheckSay { get; init; }
}

/// <summary>Where a value's choices come from: a fixed list, a tool of their own, or the result of an earlier step.</summary>
internal sealed record ChoiceSource
{
    public IReadOnlyList<FixedChoice> Fixed { get; init; } = [];
    public string? Tool { get; init; }
    public IReadOnlyList<Argument> With { get; init; } = [];
    public string From { get; init; } = "";
    public Template? Where { get; init; }
    public Template? Value { get; init; }
    public LocalText? Label { get; init; }
    public IReadOnlyList<Template> Terms { get; init; } = [];
    public Template? Date { get; init; }
}

internal sealed record FixedChoice(string Value, LocalText Label, IReadOnlyList<string> Terms);

internal sealed record Argument(string Name, Template Value);

/// <summary>One step; its line in the file is kept for messages to the author.</summary>
internal abstract record Step(int Line);

internal sealed record CollectStep(string Value, int Line) : Step(Line);

internal sealed record CallStep(string Tool, IReadOnlyList<Argument> With, string? As, IReadOnlyList<Step>? Refused, int Line) : Step(Line);

internal sealed record WhenStep(Template Condition, IReadOnlyList<Step> Then, IReadOnlyList<Step> Else, int Line) : Step(Line);

internal sealed record ConfirmStep(LocalText Text, IReadOnlyList<Step>? Otherwise, int Line) : Step(Line);

internal sealed record SayStep(LocalText Text, int Line) : Step(Line);

internal sealed record EscalateStep(EscalationKind Kind, Template Reason, LocalText? Say, int Line) : Step(Line);

internal sealed record DoneStep(int Line) : Step(Line);
