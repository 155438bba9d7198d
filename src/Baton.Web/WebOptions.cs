namespace Baton.Web;

/// <summary>Configuration section <c>Web</c>: what Baton shows to the outside.</summary>
public sealed class WebOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Web";

    /// <summary>
    /// Origins (<c>https://shop.example</c>, without a path) whose pages may embed the widget and call the customers' part of the API.
    /// <c>*</c> allows every page. Default: none, so that only pages Baton serves itself may.
    /// </summary>
    public IList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// How long a conversation token opens its conversation. Longer lets a customer come back later on the same device; shorter limits
    /// what a stolen token is worth. 1 minute to 365 days. Default: 30 days.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How often a silent event stream is kept open with a comment. Must be shorter than the idle limit of any proxy on the way;
    /// shorter costs traffic for every connected customer. 1 second to 10 minutes. Default: 15 seconds.
    /// </summary>
    public TimeSpan StreamHeartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How customers are identified.</summary>
    public CustomerIdentityOptions Identity { get; init; } = new();

    /// <summary>How much one address, conversation or key may ask for.</summary>
    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>How webhooks are delivered.</summary>
    public WebhookOptions Webhooks { get; init; } = new();
}

/// <summary>Configuration section <c>Web:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// True lets webhooks go to private and loopback addresses and to plain http. Whoever may register webhooks can then make this server
    /// post to every machine it can reach. Default: false.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>How long a receiver may take to answer. Longer lets slow receivers hold up others. 1 second to 1 minute. Default: 10 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Configuration section <c>Web:Identity</c>: the secret that the organisation's own server signs identity tokens with.</summary>
public sealed class CustomerIdentityOptions
{
    /// <summary>At least 32 bytes in UTF-8. Default: none, so that every customer is anonymous and identity tokens are refused.</summary>
    public string? Secret { get; set; }

    /// <summary>Further secrets that are still accepted, for changing the secret without a gap. Default: none.</summary>
    public IList<string> AlsoAccepted { get; init; } = [];
}

/// <summary>Configuration section <c>Web:RateLimits</c>. Whoever asks for more is answered 429 with <c>Retry-After</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>False turns all limits off, for measurements. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Opening conversations, for each address (IPv6: each /64). Default: 60 a minute, 30 at once.</summary>
    public RateLimit Open { get; init; } = new() { PerMinute = 60, Burst = 30 };

    /// <summary>Messages, for each conversation. Default: 30 a minute, 10 at once.</summary>
    public RateLimit Messages { get; init; } = new() { PerMinute = 30, Burst = 10 };

    /// <summary>Typing, asking for a person, rating and leaving, for each conversation. Default: 60 a minute, 20 at once.</summary>
    public RateLimit Acts { get; init; } = new() { PerMinute = 60, Burst = 20 };

    /// <summary>Uploads, for each conversation. Default: 10 a minute, 10 at once.</summary>
    public RateLimit Uploads { get; init; } = new() { PerMinute = 10, Burst = 10 };

    /// <summary>Reading events, attachments and transcripts, for each conversation. Default: 240 a minute, 60 at once.</summary>
    public RateLimit Reads { get; init; } = new() { PerMinute = 240, Burst = 60 };

    /// <summary>Calls with an API key, for each key. Default: 1,200 a minute, 200 at once.</summary>
    public RateLimit Workers { get; init; } = new() { PerMinute = 1_200, Burst = 200 };

    /// <summary>Event streams open at the same time, for each conversation. 1 to 1,000. Default: 10.</summary>
    public int Streams { get; set; } = 10;
}

/// <summary>A limit on how often.</summary>
public sealed class RateLimit
{
    /// <summary>How often a minute in the long run, at least 1.</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>How often in one go after a pause, at least 1.</summary>
    public int Burst { get; set; } = 10;
}
