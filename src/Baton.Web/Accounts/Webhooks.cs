namespace Baton.Web;

/// <summary>An address that is told of events.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>Its key, 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Where deliveries are posted: absolute, http or https.</summary>
    public required string Url { get; init; }

    /// <summary>Names of the events it is told of, separated by one space; <c>*</c> for all.</summary>
    public required string Events { get; init; }

    /// <summary>The signing secret, encrypted with the Data Protection keys.</summary>
    public required string ProtectedSecret { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is told of events after this position of the log only.</summary>
    public long AfterPosition { get; init; }
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Will be tried at its next time.</summary>
    Waiting,

    /// <summary>Accepted by the receiver with a 2xx answer.</summary>
    Delivered,

    /// <summary>Given up after the last try; can be retried by hand.</summary>
    Dead,
}

/// <summary>One event on its way to one webhook endpoint.</summary>
public sealed class WebhookDelivery
{
    /// <summary>Names the delivery in every try of it, so that a receiver can tell a repeat; 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The endpoint.</summary>
    public required string EndpointId { get; init; }

    /// <summary>The event's position in the log; unique together with the endpoint, so that no event is put out twice.</summary>
    public long Position { get; init; }

    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>The exact JSON that is posted, the same in every try.</summary>
    public required string Body { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was put out.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When it was last tried; null before the first try.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Status code of the last answer; null when there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>What went wrong last, in words; null when nothing did.</summary>
    public string? LastError { get; set; }
}

/// <summary>A piece of work that one node at a time does, how far it got, and until when the node has it.</summary>
public sealed class WorkLease
{
    /// <summary>The work's name.</summary>
    public required string Name { get; init; }

    /// <summary>The node that has it; empty for none.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Until when; a node that dies loses it then.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Position in the log up to which the work is done.</summary>
    public long Checkpoint { get; set; }
}
