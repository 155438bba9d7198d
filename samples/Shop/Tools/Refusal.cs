namespace Shop;

/// <summary>The shop will not or cannot do it.</summary>
/// <param name="Code">For programs; stays the same when the sentence changes.</param>
/// <param name="Message">One sentence that can be told to the customer.</param>
internal sealed record Refusal(string Code, string Message)
{
    // Somebody else's order and one that does not exist are told apart by nothing.
    public static Refusal NoSuchOrder(string number) => new("order_not_found", $"There is no order {number} on this account.");

    public static Refusal NoIdentity { get; } = new("identity_required", "Please sign in to your Fjord & Field account first, then I can look at your orders.");

    /// <summary>The caller's mistake, so the customer hears nothing of keys.</summary>
    public static Refusal KeyReused { get; } = new("idempotency_key_reused", "Something went wrong on our side, and nothing was changed.");
}

/// <summary>An answer or a refusal.</summary>
internal readonly record struct Outcome<T>(T? Answer, Refusal? Refusal)
    where T : class
{
    public static implicit operator Outcome<T>(T answer) => new(answer, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
