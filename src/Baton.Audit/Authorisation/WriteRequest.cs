using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>What is to be written.</summary>
[JsonConverter(typeof(WordConverter<WriteKind>))]
public enum WriteKind
{
    /// <summary>A mail.</summary>
    Mail,

    /// <summary>A form.</summary>
    Form,

    /// <summary>A message in a chat.</summary>
    Chat,

    /// <summary>A question to a mail server whether it knows a name (RCPT), without sending.</summary>
    Probe,
}

/// <summary>Which mail of a probe it is.</summary>
[JsonConverter(typeof(WordConverter<WriteStep>))]
public enum WriteStep
{
    /// <summary>The first: the budget of the route counts it.</summary>
    Opening,

    /// <summary>One reminder in the same thread; only after an opening of the same probe, once. The whole budget counts it.</summary>
    FollowUp,

    /// <summary>The end, "no further reply is needed"; only after an opening of the same probe, once, whatever the budget.</summary>
    Closing,
}

/// <summary>The wish to write something to the audited side.</summary>
/// <param name="Kind">What.</param>
/// <param name="Target">The address, or the page of the form or chat.</param>
/// <param name="Text">What is to be written.</param>
public sealed record WriteRequest(WriteKind Kind, string Target, string Text)
{
    /// <summary>Whether it pretends: an invented person, a planted fault, a feeling that nobody has.</summary>
    public bool Pretends { get; init; }

    /// <summary>Which mail of its probe it is. Default: the first.</summary>
    public WriteStep Step { get; init; }

    /// <summary>The probe it belongs to; <see langword="null"/> for what stands alone, which can be nothing but an opening.</summary>
    public string? Probe { get; init; }

    /// <summary>The host that is written to.</summary>
    public string Host => Kind is WriteKind.Mail or WriteKind.Probe ? AddressSyntax.Domain(Target) : Uri.TryCreate(Target, UriKind.Absolute, out var page) ? page.IdnHost : "";
}

/// <summary>Leave to write one message. Only <see cref="AuthorisationGate"/> makes it; whatever writes asks for one.</summary>
public sealed record Permit
{
    internal Permit(WriteRequest request, DateTimeOffset at, string proof) => (Request, At, Proof) = (request, at, proof);

    /// <summary>What may be written, once.</summary>
    public WriteRequest Request { get; }

    /// <summary>When leave was given.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What proved the right to.</summary>
    public string Proof { get; }
}

/// <summary>The gate's answer.</summary>
/// <param name="Permit">Leave; <see langword="null"/> when it is refused.</param>
/// <param name="Refusals">Every reason against it.</param>
public sealed record GateAnswer(Permit? Permit, IReadOnlyList<string> Refusals);
