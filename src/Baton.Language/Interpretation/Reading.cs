using System.Text.Json.Serialization;

namespace Baton.Language;

/// <summary>What was understood of one message.</summary>
public sealed record Reading
{
    /// <summary>The interpreter's name.</summary>
    public required string Interpreter { get; init; }

    /// <summary>Language of the message, ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>What the customer does with the message, in order; empty when nothing was understood.</summary>
    public IReadOnlyList<CustomerCommand> Commands { get; init; } = [];

    /// <summary>The most probable intent, whether or not it was sure enough for a <see cref="StartProcedure"/>; null for none of them.</summary>
    public string? Intent { get; init; }

    /// <summary>How sure of the intent, 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>The nearest intents, best first, for "did you mean".</summary>
    public IReadOnlyList<IntentScore> Nearest { get; init; } = [];

    /// <summary>Feeling towards the service.</summary>
    public Feeling Feeling { get; init; } = Feeling.Neutral;

    /// <summary>How sure of the feeling, 0 to 1.</summary>
    public double FeelingProbability { get; init; }

    /// <summary>The words that show the feeling; null when it is neutral or not shown by certain words.</summary>
    public string? FeelingEvidence { get; init; }

    /// <summary>Probability of each feeling, in the order of <see cref="Baton.Language.Feeling"/>, adding up to 1; empty when the interpreter gives none.</summary>
    public IReadOnlyList<float> FeelingProbabilities { get; init; } = [];

    /// <summary>
    /// Probability, 0 to 1, that the customer is dissatisfied with the service at this turn (frustrated, angry or resigned), from the
    /// words and the course of the conversation; null when the interpreter gives none.
    /// </summary>
    public double? Dissatisfaction { get; init; }

    /// <summary>
    /// How satisfied a reader would take the customer to be with the service at this turn, 0 to 1; an ordinary turn that shows nothing is about
    /// one half. Unlike <see cref="Dissatisfaction"/> it also falls when a reply gave nothing or an offer is turned down and the customer
    /// goes on politely. A rank, not a probability; null when the interpreter gives none.
    /// </summary>
    public double? Satisfaction { get; init; }

    /// <summary>Probability, 0 to 1, that the message asks for a person; null when the interpreter gives none.</summary>
    public double? PersonProbability { get; init; }

    /// <summary>True when the message asks for a person, however politely.</summary>
    public bool AsksForPerson => Commands.Any(command => command is AskForPerson);
}

/// <summary>An intent and how probable it is.</summary>
public sealed record IntentScore(string Intent, double Probability);

/// <summary>Feeling towards the service, not about the world: "my phone broke" is not anger at us.</summary>
public enum Feeling
{
    /// <summary>Nothing shown.</summary>
    Neutral,

    /// <summary>Content, thankful.</summary>
    Satisfied,

    /// <summary>Worried about the outcome.</summary>
    Worried,

    /// <summary>Losing patience.</summary>
    Frustrated,

    /// <summary>Angry at us.</summary>
    Angry,

    /// <summary>Giving up.</summary>
    Resigned,
}

/// <summary>What a customer does with a message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(StartProcedure), "startProcedure")]
[JsonDerivedType(typeof(SetValue), "setValue")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(Deny), "deny")]
[JsonDerivedType(typeof(StopProcedure), "stopProcedure")]
[JsonDerivedType(typeof(AskForPerson), "askForPerson")]
[JsonDerivedType(typeof(RejectReply), "rejectReply")]
[JsonDerivedType(typeof(AskAgain), "askAgain")]
[JsonDerivedType(typeof(Greet), "greet")]
[JsonDerivedType(typeof(Thank), "thank")]
[JsonDerivedType(typeof(Leave), "leave")]
public abstract record CustomerCommand;

/// <summary>Wants a procedure.</summary>
public sealed record StartProcedure(string Procedure) : CustomerCommand;

/// <summary>Gives or changes a value.</summary>
/// <param name="Name">The value's name.</param>
/// <param name="Value">Normalised, as <see cref="ValueKind"/> says.</param>
/// <param name="Text">The words it was read from.</param>
/// <param name="IsCorrection">True when the customer says that a value given before was wrong.</param>
public sealed record SetValue(string Name, string Value, string Text, bool IsCorrection = false) : CustomerCommand;

/// <summary>Says yes to what was asked.</summary>
public sealed record Confirm : CustomerCommand;

/// <summary>Says no to what was asked.</summary>
public sealed record Deny : CustomerCommand;

/// <summary>No longer wants the current procedure.</summary>
public sealed record StopProcedure : CustomerCommand;

/// <summary>Asks for a person.</summary>
public sealed record AskForPerson : CustomerCommand;

/// <summary>Says that the last reply was not an answer: "no, that's not it".</summary>
public sealed record RejectReply : CustomerCommand;

/// <summary>Asks to hear the last reply again or differently.</summary>
public sealed record AskAgain : CustomerCommand;

/// <summary>Greets.</summary>
public sealed record Greet : CustomerCommand;

/// <summary>Thanks, or says that all is well.</summary>
public sealed record Thank : CustomerCommand;

/// <summary>Says goodbye, or that nothing more is needed.</summary>
public sealed record Leave : CustomerCommand;
