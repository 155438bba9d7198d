namespace Baton.Web;

/// <summary>What an API key may do.</summary>
public static class ApiScopes
{
    /// <summary>List and read conversations, with everything workers see.</summary>
    public const string ConversationsRead = "conversations:read";

    /// <summary>Act on conversations as the key's worker.</summary>
    public const string ConversationsAct = "conversations:act";

    /// <summary>Register webhooks, read their deliveries and retry them.</summary>
    public const string WebhooksManage = "webhooks:manage";

    /// <summary>Make, list and revoke API keys.</summary>
    public const string KeysManage = "keys:manage";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [ConversationsRead, ConversationsAct, WebhooksManage, KeysManage];
}
