using System.Text;
using System.Text.Json;
using CsCheck;

namespace Baton.Journal.Tests;

/// <summary>Events of every kind with random fields, and random conversations made of them.</summary>
public static class RandomEvents
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, 0x10FFFF].Where(c => c is < 0xD800 or > 0xDFFF).Array[0, 20].Select(runes => string.Concat(runes.Select(char.ConvertFromUtf32))),
        Gen.OneOf("", "Where is my order?", "\0\u0001\n\r\t\"\\", "退款", "<b>&amp;</b>", "\u2028", "Émile"));

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(t => (string?)t), Gen.Const((string?)null));
    private static readonly Gen<int> Version = Gen.Int[0, 1000];
    private static readonly Gen<double> Share = Gen.Double[0, 1];
    private static readonly Gen<WorkerId> Worker = Gen.OneOf("wanda", "will", "wörker").Select(w => new WorkerId(w));
    private static readonly Gen<JsonElement> Json = Gen.OneOf(
        Gen.OneOf("{}", "[]", "null", "1.50", "-0", "1e400", "123456789012345678901234567890", "\"\\u0000\\n\"", """{"a":{"b":[1,2,{"c":null}]},"":"x","Ä":true}""").Select(Parse),
        Text.Select(t => Parse(JsonSerializer.Serialize(t))));

    private static readonly Gen<IReadOnlyList<AttachmentRef>> Files =
        Gen.Select(Text, Text, Text, Gen.Long[0, long.MaxValue], (id, name, type, size) => new AttachmentRef(id, name, type, size)).Array[0, 3].Select(a => (IReadOnlyList<AttachmentRef>)a);

    private static readonly Gen<PendingConfirmation?> Confirmation =
        Gen.OneOf(Gen.Const((PendingConfirmation?)null), Gen.Select(Text, Json, Gen.Bool, (s, a, g) => (PendingConfirmation?)new PendingConfirmation(s, a, g)));

    private static readonly Gen<ProcedureFrame> Frame = Gen.Select(
        Gen.Select(Text, Text, Gen.Dictionary(Text, Json)[0, 3], MaybeText, Version, (p, s, v, a, t) => new ProcedureFrame(p, s, v, a, t)),
        Version,
        Gen.Dictionary(Text, Text)[0, 3],
        Gen.Dictionary(Text, Version)[0, 3],
        Confirmation,
        (frame, number, results, calls, confirmation) => frame with { Number = number, Results = results, Calls = calls, Confirmation = confirmation });

    private static readonly Gen<DialogueMemory> Memory = Gen.Select(
        Version,
        Version,
        Version,
        Gen.Dictionary(Text, Json)[0, 3],
        (begun, not, rejected, mentioned) => new DialogueMemory { Begun = begun, NotUnderstood = not, Rejected = rejected, Mentioned = mentioned });

    private static readonly Gen<IReadOnlyList<Correspondent>> People = Gen.Select(Text, Text, (n, a) => new Correspondent(n, a)).Array[1, 3].Select(a => (IReadOnlyList<Correspondent>)a);

    private static readonly Gen<Envelope> Outside = Gen.Select(Text, People, People, Text, Text.Array[0, 3], (id, from, to, subject, references) => new Envelope(id, from[0], to, from, subject, references));

    /// <summary>One generator a kind of event.</summary>
    public static readonly IReadOnlyList<Gen<ConversationEvent>> Kinds =
    [
        Gen.Select(Text, MaybeText, MaybeText, MaybeText, Text, Text, Gen.Bool, (c, id, name, email, l, t, s) => (ConversationEvent)new ConversationOpened(c, new(id, name, email), l, t, s)),
        Gen.Select(Gen.Bool, Text, (e, r) => (ConversationEvent)new EligibilityDecided(e, r)),
        Gen.Select(Text, Text, Files, (id, t, f) => (ConversationEvent)new CustomerWrote(id, t, f)),
        Gen.Select(Version, Text, Text, MaybeText, Share, Text, Json, (v, i, l, n, p, f, c) => (ConversationEvent)new MessageInterpreted(v, i, l, n, p, f, c)),
        Gen.Select(Text, Version, Gen.Select(Text, Text, (l, v) => new Choice(l, v)).Array[0, 3], Text.Array[0, 3], (t, v, c, s) => (ConversationEvent)new AgentReplied(t, v, c, s)),
        Gen.Select(Text, Text, (t, w) => (ConversationEvent)new AgentReplyWithheld(t, w)),
        Gen.Select(Worker, Text, Text, Text, Files, (w, n, id, t, f) => (ConversationEvent)new WorkerReplied(w, n, id, t, f)),
        Gen.Select(Gen.OneOf(NoticeKinds.Promise, NoticeKinds.PersonHere, NoticeKinds.Welcome), Text, Gen.OneOf(Gen.DateTimeOffset.Select(d => (DateTimeOffset?)d), Gen.Const((DateTimeOffset?)null)), (k, t, by) => (ConversationEvent)new CustomerNotified(k, t, by) { Stated = by is null ? null : new(t, 180, true, 30, 240.5, 0.8) }),
        Gen.Select(Text, Text, Json, Text, Gen.Bool, (c, t, a, p, i) => (ConversationEvent)new ToolCalled(c, t, a, p, i)),
        Gen.Select(Text, Gen.Bool, Json, Gen.Long, (c, e, r, ms) => (ConversationEvent)new ToolReturned(c, e, r, ms)),
        Gen.Select(Frame.Array[0, 3], Memory, (f, m) => (ConversationEvent)new DialogueAdvanced(f) { Memory = m }),
        Gen.Select(Text, Text, (p, o) => (ConversationEvent)new ProcedureEnded(p, o)),
        Gen.Select(Text, Gen.Enum<EscalationKind>(), Version, Text, Share, (c, k, v, w, x) => (ConversationEvent)new SignalRaised(c, k, v, w, x)),
        Gen.Select(Worker, Text, Version, Gen.Enum<EscalationKind>(), Gen.Enum<SignalMark>(), (w, t, v, k, m) => (ConversationEvent)new SignalMarked(w, t, v, t, k, t, m)),
        Gen.Select(Share, Share, Gen.Enum<RiskLevel>(), (t, e, l) => (ConversationEvent)new RiskAssessed(t, e, l)),
        Gen.Select(Gen.Enum<EscalationKind>(), Gen.Enum<EscalationTrigger>(), Text, Version.Array[0, 3], Version, (k, t, r, e, x) => (ConversationEvent)new Escalated(k, t, r, e, x)),
        Gen.Select(Worker, Text, (w, n) => (ConversationEvent)new SupervisorAssigned(w, n)),
        Gen.Select(Worker, Version, Version, (w, v, m) => (ConversationEvent)new HelpBegan(w, v, DateTimeOffset.UnixEpoch.AddMinutes(m), DateTimeOffset.UnixEpoch.AddMinutes(m + v))),
        Gen.Select(Worker, Text, Text, Version, (w, n, h, e) => (ConversationEvent)new WorkerTookOver(w, n, h, e)),
        Gen.Select(Worker, Text, Text, (w, n, t) => (ConversationEvent)new WorkerWhispered(w, n, t)),
        Gen.Select(Worker, Text, Version, (w, a, e) => (ConversationEvent)new GivenBack(w, a, e)),
        Gen.Select(Worker, Text, Gen.OneOf(Gen.Enum<EscalationKind>().Select(k => (EscalationKind?)k), Gen.Const((EscalationKind?)null)), Gen.Bool, Version, (w, h, k, e, n) => (ConversationEvent)new EffortMeasured(w, n, h, k, e, n, n, n, n, n)),
        Gen.Select(Worker, Text, Version, (w, y, e) => (ConversationEvent)new WorkerReleased(w, y, e)),
        Gen.Select(Text, Gen.OneOf(Worker.Select(w => (WorkerId?)w), Gen.Const((WorkerId?)null)), Text, (b, w, o) => (ConversationEvent)new ConversationClosed(b, w, o)),
        Version.Select(e => (ConversationEvent)new ConversationReopened(e)),
        Gen.Select(Gen.OneOf(AnswerWays.Waiting, AnswerWays.Callback, AnswerWays.Email), Text, Gen.OneOf(Gen.DateTimeOffset.Select(d => (DateTimeOffset?)d), Gen.Const((DateTimeOffset?)null)), MaybeText, (w, a, n, m) => (ConversationEvent)new AnswerArranged(w, a, n) { Mailbox = m, OwnAddress = m, Subject = m }),
        Gen.Select(Gen.Int[1, 5], Text, (s, c) => (ConversationEvent)new ConversationRated(s, c)),
        Gen.Select(Gen.OneOf(ReturnTraces.Identity, ReturnTraces.Reference), Gen.Bool, Gen.OneOf(Worker.Select(w => (WorkerId?)w), Gen.Const((WorkerId?)null)), MaybeText, Gen.DateTimeOffset, Gen.Dictionary(Text, Json)[0, 3], (m, p, w, n, l, v) => (ConversationEvent)new CustomerReturned(ConversationId.New(TimeProvider.System), m, p, w, n, !p, l, v)),
        Gen.Select(Version, Text, Text, (v, k, w) => (ConversationEvent)new MessageShielded(v, k, w)),
        Gen.Select(Gen.DateTimeOffset, Share, Text, (u, s, w) => (ConversationEvent)new IntakeSlowed(u, s, w)),
        Share.Select(s => (ConversationEvent)new IntakeResumed(s)),
        Gen.Select(Worker, Text, Version, (w, n, v) => (ConversationEvent)new ShieldLifted(w, n, v)),
        Gen.Select(Worker, Text, Version, (w, n, v) => (ConversationEvent)new CustomerWarned(w, n, v)),
        Gen.Select(Worker, Text, Version.Array[0, 3], (w, n, v) => (ConversationEvent)new ContactEndAsked(w, n, v)),
        Gen.Select(Worker, Text, Worker, Gen.Bool, (l, n, w, e) => (ConversationEvent)new ContactEndDecided(l, n, w, e)),
        Gen.Select(Worker, Text, (w, n) => (ConversationEvent)new HelpAsked(w, n)),
        Gen.Select(Worker, Text, (w, n) => (ConversationEvent)new HelpSettled(w, n)),
        Gen.Select(Worker, Text, Text, (w, n, t) => (ConversationEvent)new ColleagueWhispered(w, n, t)),
        Gen.Select(Worker, Text, (w, n) => (ConversationEvent)new WorkerJoined(w, n)),
        Gen.Select(Worker, Text, (w, n) => (ConversationEvent)new WorkerLeft(w, n)),
        Gen.Select(Text, Worker, Text, Gen.Int[1, 100_000], Text, (g, w, n, a, f) => (ConversationEvent)new GoodwillGranted(g, w, n, a / 100m, "EUR", f)),
        Gen.Select(
            Gen.Select(Version, Text, Outside, Gen.Bool, (v, t, e, m) => new LetterArrived(t, v, t, t, t, e, e.From, m)),
            Gen.Select(Text, Text, Text),
            Files,
            Text.Array[0, 3],
            (letter, texts, files, not) => (ConversationEvent)(letter with { Text = texts.Item1, Quoted = texts.Item2, Signature = texts.Item3, Html = files.Count > 0 ? files[0] : null, BlockedPictures = files.Count, NotKept = not, Evidence = texts.Item1 })),
        Gen.Select(Version.Array[1, 3], Text, Outside, Gen.Bool, (v, m, e, a) => (ConversationEvent)new LetterQueued(v, m, e, a)),
        Gen.Select(Text, Text, Text, (i, s, d) => (ConversationEvent)new LetterTracked(i, s, d) { Recipient = i }),
    ];

    public static readonly Gen<ConversationEvent> Any = Gen.OneOf([.. Kinds]);

    /// <summary>Some conversations' appends, mixed: which conversation, and its next events.</summary>
    public static readonly Gen<(int Conversation, ConversationEvent[] Events)[]> Log =
        Gen.Select(Gen.Int[0, 4], Any.Array[1, 4]).Array[1, 30];

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        return document.RootElement.Clone();
    }
}
