namespace Baton.Journal;

/// <summary>Who the customer is, as far as it is proven.</summary>
/// <param name="Id">The organisation's own key for the customer, from a token its server signed; null when anonymous.</param>
/// <param name="Name">What to call the customer; null when unknown.</param>
/// <param name="Email">A proven address; null when unknown.</param>
[GenerateSerializer, Immutable]
public sealed record Customer([property: Id(0)] string? Id, [property: Id(1)] string? Name, [property: Id(2)] string? Email)
{
    /// <summary>A customer of whom nothing is proven.</summary>
    public static readonly Customer Anonymous = new(null, null, null);

    /// <summary>True when the organisation's server vouched for the customer.</summary>
    public bool IsIdentified => Id is not null;
}

/// <summary>A customer opened a conversation.</summary>
/// <param name="Channel">Where: <c>web</c>, <c>api</c>, <c>email</c> or <c>form</c> (a form on a website, answered by mail).</param>
/// <param name="Customer">Who, as far as proven.</param>
/// <param name="Locale">The customer's language, BCP 47, e.g. <c>en</c> or <c>de-AT</c>.</param>
/// <param name="Team">The team it belongs to.</param>
/// <param name="IsSimulated">True for simulated customers, who are marked wherever they are shown.</param>
public sealed record ConversationOpened(string Channel, Customer Customer, string Locale, string Team, bool IsSimulated) : ConversationEvent;

/// <summary>Whether the agent may handle the conversation was decided.</summary>
/// <param name="IsEligible">False: it goes straight to people.</param>
/// <param name="Reason">Why, in words a worker understands.</param>
public sealed record EligibilityDecided(bool IsEligible, string Reason) : ConversationEvent;
