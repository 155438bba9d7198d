namespace Baton.Language.Tests;

/// <summary>A customer who writes to a small shop; each test says only what matters to it.</summary>
internal static class Customer
{
    private static readonly EmbeddedInterpreter _interpreter = new();

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 30, 0, TimeSpan.FromHours(1));

    public static readonly IReadOnlyList<IntentDefinition> ShopIntents =
    [
        Intent("where-is-my-order", "Where is my order?", "Has my package been shipped yet?", "Track my order please", "My parcel still hasn't arrived", "When will my order arrive?", "What is the status of my delivery", "I'm waiting for my package, where is it", "Can you tell me when SO-10042 gets here", "The tracking doesn't update", "My delivery is late"),
        Intent("cancel-order", "I want to cancel my order", "Please cancel order SO-10042", "I ordered by mistake, can you stop it", "Cancel it before it ships please", "I don't need the jacket anymore, cancel the order", "Can I still cancel?", "How do I cancel an order", "I'd like to call off my purchase", "Please revoke my order", "cancel my last purchase"),
        Intent("change-address", "I need to change the delivery address", "Send it to another address please", "I moved, can you update my address", "The address on my order is wrong", "Ship it to my office instead", "I typed the wrong street", "Can I change where my package goes", "Please deliver to a different address", "correct the shipping address", "new address for my order"),
        Intent("return-or-exchange", "I want to return the jacket", "It doesn't fit, can I send it back", "Can I exchange it for a larger size", "How do I return an item", "The shoes are too small", "I'd like to swap this for the blue one", "I need a return label", "I don't like it, I want to give it back", "exchange for size M", "The item is faulty and I want to return it"),
        Intent("refund", "I want my money back", "When do I get my refund", "Please refund my order", "I was charged twice, refund me", "I returned it and still have no refund", "Can I get a refund for the broken item", "refund please", "You owe me a refund", "I'd like to be reimbursed", "give me back the money I paid"),
        Intent("send-invoice", "I need an invoice", "Can you send me the invoice for my order", "Please email me the receipt", "I didn't get a bill", "Where can I download my invoice", "I need a receipt for my taxes", "send the invoice again", "invoice copy please", "Could I get the invoice as PDF", "My company needs an invoice for the purchase"),
    ];

    public static readonly IReadOnlyList<ValueChoice> Orders =
    [
        new("SO-10042", "Rain jacket, blue, 12 November", ["blue", "rain jacket", "jacket", "newest"], new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero)),
        new("SO-10037", "Hiking boots, brown, 3 November", ["brown", "boots"], new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero)),
        new("SO-10011", "Wool scarf, red, 14 October", ["red", "scarf"], new(2026, 10, 14, 9, 0, 0, TimeSpan.Zero)),
    ];

    public static IntentDefinition Intent(string name, params string[] examples) => new(name, name, examples);

    public static ExpectedValue Order(bool hasChoices = true) => new("order", ValueKind.Code, hasChoices ? Orders : [], @"[A-Z]{2}-\d{5}");

    public static Reading Writes(string text, string locale = "en", string? procedure = null, ExpectedValue? expected = null, IReadOnlyList<ExpectedValue>? open = null, string? agentSaid = null)
    {
        var reading = _interpreter.ReadAsync(
            new ReadingRequest
            {
                Text = text,
                Locale = locale,
                Now = Now,
                Intents = ShopIntents,
                CurrentProcedure = procedure,
                Expected = expected,
                Open = open ?? [],
                Course = agentSaid is null ? [] : [new Turn("agent", agentSaid)],
            },
            TestContext.Current.CancellationToken);
        return reading.IsCompletedSuccessfully ? reading.GetAwaiter().GetResult() : throw new InvalidOperationException("The embedded interpreter answers at once.");
    }

    /// <summary>The value that the message sets; null when none.</summary>
    public static string? Sets(string text, ExpectedValue expected, string locale = "en") =>
        Writes(text, locale, "refund", expected).Commands.OfType<SetValue>().FirstOrDefault(command => command.Name == expected.Name)?.Value;

    public static bool Does<TCommand>(string text, string locale = "en", string? procedure = null)
        where TCommand : CustomerCommand => Writes(text, locale, procedure).Commands.OfType<TCommand>().Any();
}
