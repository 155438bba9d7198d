namespace Shop;

/// <summary>What was called, by whom, with what.</summary>
internal sealed record RememberedCall(string Tool, string Customer, string Arguments);

/// <summary>An answer as it was first given.</summary>
internal sealed record SerializedAnswer(bool IsRefusal, string Json);

/// <summary>Remembers what changing tools answered.</summary>
internal static class Idempotency
{
    public static (RememberedCall Call, SerializedAnswer Answer)? Remembered(this ShopSession session, string key)
    {
        var found = session.Query(
            "SELECT tool, customer, arguments, refused, answer FROM idempotency WHERE key = $key",
            row => (new RememberedCall(row.GetString(0), row.GetString(1), row.GetString(2)), new SerializedAnswer(row.GetBoolean(3), row.GetString(4))),
            ("$key", key));
        return found.Count == 0 ? null : found[0];
    }

    public static void Remember(this ShopSession session, string key, RememberedCall call, SerializedAnswer answer) =>
        session.Execute(
            "INSERT INTO idempotency VALUES ($key, $tool, $customer, $arguments, $refused, $answer, $at)",
            ("$key", key), ("$tool", call.Tool), ("$customer", call.Customer), ("$arguments", call.Arguments),
            ("$refused", answer.IsRefusal), ("$answer", answer.Json), ("$at", Stored.Time(session.Now)));
}
