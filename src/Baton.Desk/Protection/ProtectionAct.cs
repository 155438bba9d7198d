namespace Baton.Desk;

/// <summary>An act of workers for one another, or against abuse.</summary>
[GenerateSerializer, Immutable]
internal abstract record ProtectionAct([property: Id(0)] ActingWorker Worker);

/// <summary>A folded message is not abusive.</summary>
[GenerateSerializer, Immutable]
internal sealed record LiftShield(ActingWorker Worker, [property: Id(0)] int MessageVersion) : ProtectionAct(Worker);

/// <summary>The customer is warned.</summary>
[GenerateSerializer, Immutable]
internal sealed record WarnCustomer(ActingWorker Worker) : ProtectionAct(Worker);

/// <summary>A lead is asked to end the contact.</summary>
[GenerateSerializer, Immutable]
internal sealed record AskToEnd(ActingWorker Worker) : ProtectionAct(Worker);

/// <summary>A lead ends the contact or does not.</summary>
[GenerateSerializer, Immutable]
internal sealed record DecideEnd(ActingWorker Worker, [property: Id(0)] bool IsEnded) : ProtectionAct(Worker);

/// <summary>Colleagues are asked for help, or no longer.</summary>
[GenerateSerializer, Immutable]
internal sealed record AskForHelp(ActingWorker Worker, [property: Id(0)] bool IsAsked) : ProtectionAct(Worker);

/// <summary>A word to the colleague who holds it.</summary>
[GenerateSerializer, Immutable]
internal sealed record WhisperToColleague(ActingWorker Worker, [property: Id(0)] string Text) : ProtectionAct(Worker);

/// <summary>Beside the colleague, or no longer.</summary>
[GenerateSerializer, Immutable]
internal sealed record Join(ActingWorker Worker, [property: Id(0)] bool IsJoined) : ProtectionAct(Worker);

/// <summary>In place of the colleague.</summary>
[GenerateSerializer, Immutable]
internal sealed record Swap(ActingWorker Worker) : ProtectionAct(Worker);

/// <summary>Money that the goodwill budget has set aside for it.</summary>
[GenerateSerializer, Immutable]
internal sealed record Grant(ActingWorker Worker, [property: Id(0)] string GrantId, [property: Id(1)] decimal Amount, [property: Id(2)] string Currency, [property: Id(3)] string For) : ProtectionAct(Worker);
