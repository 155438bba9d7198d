using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>What a server said when it was asked for a name.</summary>
/// <param name="Reach">Open: it knows the name and not any name. Closed: it says that there is no such name. Unknown: everything else.</param>
/// <param name="Why">In words, with the server's own.</param>
/// <param name="At">When.</param>
public sealed record MailboxAnswer(Reachability Reach, string Why, DateTimeOffset At);

/// <summary>
/// Asks mail servers whether they know a name (RCPT) and leaves without a message. Needs leave from the gate for every address. Most
/// servers say little: whoever takes every name, or refuses us, leaves it open.
/// </summary>
internal sealed partial class MailboxProbe(AuthorisationGate gate, string sender, FetchOptions fetch, int port, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly AddressGuard _guard = new(fetch.AllowedPrivate, fetch.Names);

    public async Task<MailboxAnswer> AskAsync(string address, MailDomain domain, CancellationToken cancellationToken)
    {
        MailboxAnswer Unknown(string why) => new(Reachability.Unknown, why, time.GetUtcNow());
        if (domain.Reach != Reachability.Open) return Unknown("Its domain was not found to take mail.");
        var leave = await gate.AskAsync(new(WriteKind.Probe, address, ""), cancellationToken);
        if (leave.Permit is not { } permit) return Unknown($"Not asked: {string.Join(" ", leave.Refusals)}");
        using var patience = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await TalkAsync(permit, domain.Servers.Count > 0 ? domain.Servers[0] : AddressSyntax.Domain(address), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unknown("The mail server gave no answer in time.");
        }
        catch (Exception wrong) when (wrong is SocketException or IOException or AuthenticationException)
        {
            return Unknown($"The mail server could not be asked: {wrong.Message}");
        }
    }

    private async Task<MailboxAnswer> TalkAsync(Permit permit, string host, CancellationToken cancellationToken)
    {
        MailboxAnswer Say(Reachability reach, string why) => new(reach, why, time.GetUtcNow());
        var address = permit.Request.Target;
        await using var talk = await SmtpDialogue.ConnectAsync(_guard, host, port, cancellationToken);
        if (await talk.GreetingAsync(cancellationToken) is { Code: not 220 } greeting) return Say(Reachability.Unknown, $"{host} refused the talk: {greeting.Code} {Snippets.Short(greeting.Text)}");
        var hello = await talk.HelloAsync(cancellationToken);
        if (hello.Text.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) && await talk.AskAsync("STARTTLS", cancellationToken) is { Code: 220 })
        {
            await talk.SecureAsync(cancellationToken);
            await talk.HelloAsync(cancellationToken);
        }
        if (await talk.AskAsync($"MAIL FROM:<{sender}>", cancellationToken) is { Code: not 250 } refused) return Say(Reachability.Unknown, $"{host} refused the sender: {refused.Code} {Snippets.Short(refused.Text)}");
        var answer = await talk.AskAsync($"RCPT TO:<{address}>", cancellationToken);
        // Only a server that refuses a name nobody has says something by taking one.
        var invented = $"baton-{RandomNumberGenerator.GetHexString(12, lowercase: true)}@{AddressSyntax.Domain(address)}";
        var other = answer.Code is 250 or 251 ? await talk.AskAsync($"RCPT TO:<{invented}>", cancellationToken) : null;
        await talk.AskAsync("RSET", cancellationToken);
        await talk.AskAsync("QUIT", cancellationToken);
        return answer switch
        {
            { Code: 250 or 251 } when other is { Code: 550 or 551 or 553 } && NoSuchName().IsMatch(other.Text) => Say(Reachability.Open, $"{host} takes this name ({answer.Code}) and refuses an invented one ({other.Code}). Whether anybody reads it shows only by writing to it."),
            { Code: 250 or 251 } => Say(Reachability.Unknown, $"{host} takes this name, and does not clearly refuse an invented one ({other?.Code}): it may take every name."),
            { Code: 550 or 551 or 553 } when NoSuchName().IsMatch(answer.Text) => Say(Reachability.Closed, $"{host} says that there is no such name: {answer.Code} {Snippets.Short(answer.Text)}"),
            _ => Say(Reachability.Unknown, $"{host} gave no clear answer: {answer.Code} {Snippets.Short(answer.Text)}"),
        };
    }

    // The enhanced code (RFC 3463) or plain words; anything about policy, lists or reputation concerns us and not the name.
    [GeneratedRegex(@"^5\.1\.(1|6|10)\b|^(?!.*(spam|block|polic|reputation|denied|list|spf|greylist|relay))(?=.*(no such|unknown|not exist|doesn.t exist|does not exist|invalid (recipient|mailbox|user)|user not found|recipient not found|mailbox (not found|unavailable)|unbekannt))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex NoSuchName();
}
