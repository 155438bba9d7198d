namespace Baton.Language;

/// <summary>
/// Turns a customer's message into commands, values and a feeling. It only understands: it never calls a tool and never
/// decides what the agent may do.
/// </summary>
public interface IInterpreter
{
    /// <summary>Name for the log: <c>embedded</c>, or the model's name.</summary>
    string Name { get; }

    /// <summary>Reads one message in its context.</summary>
    /// <exception cref="InterpretationException">It could not be read: time-out, error or invalid output of a model.</exception>
    ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken);
}

/// <summary>An interpreter failed; another one should decide.</summary>
public sealed class InterpretationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A message and what is known when it is read.</summary>
public sealed record ReadingRequest
{
    /// <summary>The message, as written.</summary>
    public required string Text { get; init; }

    /// <summary>The customer's language, BCP 47; used where the message itself does not tell.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>Now, with the customer's offset: "next Friday" is relative to it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What can be wanted.</summary>
    public IReadOnlyList<IntentDefinition> Intents { get; init; } = [];

    /// <summary>The procedure under way; null when none.</summary>
    public string? CurrentProcedure { get; init; }

    /// <summary>What the customer was just asked for; null when nothing.</summary>
    public ExpectedValue? Expected { get; init; }

    /// <summary>The current procedure's other values, which a customer may give or change unasked.</summary>
    public IReadOnlyList<ExpectedValue> Open { get; init; } = [];

    /// <summary>What was said before, oldest first; at most the last twenty turns.</summary>
    public IReadOnlyList<Turn> Course { get; init; } = [];
}

/// <summary>Who spoke and what.</summary>
/// <param name="Speaker"><c>customer</c>, <c>agent</c>, <c>worker</c> or <c>service</c>.</param>
/// <param name="Text">What was said.</param>
public sealed record Turn(string Speaker, string Text);

/// <summary>One thing a customer can want: usually a procedure.</summary>
/// <param name="Name">The procedure's name.</param>
/// <param name="Description">One line, for a language model.</param>
/// <param name="Examples">Sentences as customers write them; ten are enough.</param>
public sealed record IntentDefinition(string Name, string Description, IReadOnlyList<string> Examples);

/// <summary>A value that is asked for or may be given.</summary>
/// <param name="Name">Its name in the procedure.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Choices">What it may be, when that is known; the order is the one shown to the customer.</param>
/// <param name="Pattern">Regular expression for <see cref="ValueKind.Code"/>, e.g. <c>[A-Z]{2}-\d{5}</c>; null otherwise.</param>
public sealed record ExpectedValue(string Name, ValueKind Kind, IReadOnlyList<ValueChoice> Choices, string? Pattern = null);

/// <summary>One of a value's possible choices.</summary>
/// <param name="Value">What is set when it is meant.</param>
/// <param name="Label">What is shown, e.g. "Rain jacket, blue, 12 November".</param>
/// <param name="Terms">Other words for it: colour, product, "newest".</param>
/// <param name="At">Its date, for "my last order"; null when it has none.</param>
public sealed record ValueChoice(string Value, string Label, IReadOnlyList<string> Terms, DateTimeOffset? At = null);

/// <summary>What a value looks like.</summary>
public enum ValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A code with a pattern of its own, e.g. an order number.</summary>
    Code,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money: <c>12.50 EUR</c>.</summary>
    Money,

    /// <summary>A day: <c>2026-11-27</c>.</summary>
    Date,

    /// <summary>A time of day, 24 hours: <c>15:30</c>.</summary>
    Time,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number, E.164.</summary>
    Phone,

    /// <summary>A postal address, one line.</summary>
    Address,
}
