using System.Net.Sockets;
using System.Security.Authentication;

namespace Baton.Audit;

/// <summary>Greets mail servers and asks whether they take mail encrypted; leaves before any mail. Fetches MTA-STS policies.</summary>
internal sealed class MailServerReader(FetchOptions fetch, int port, TimeProvider time)
{
    private const int MostServers = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly AddressGuard _guard = new(fetch.AllowedPrivate, fetch.Names);

    /// <summary>The domain with what its servers and its policy say.</summary>
    public async Task<MailDomain> ReadAsync(MailDomain domain, PageFetcher fetcher, CancellationToken cancellationToken)
    {
        if (domain.Reach != Reachability.Open) return domain;
        string[] hosts = domain.Intake == MailIntake.Implicit ? [AddressSyntax.Ascii(domain.Domain) ?? domain.Domain] : [.. domain.Servers.Take(MostServers)];
        return domain with
        {
            Checks = await Task.WhenAll(hosts.Select(host => CheckAsync(host, cancellationToken))),
            StsPolicy = string.IsNullOrEmpty(domain.MtaSts) ? null : await PolicyAsync(domain.Domain, fetcher, cancellationToken),
        };
    }

    private async Task<MailServerCheck> CheckAsync(string host, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var check = new MailServerCheck(host);
        try
        {
            await using var talk = await SmtpDialogue.ConnectAsync(_guard, host, port, stop.Token);
            var greeting = await talk.GreetingAsync(stop.Token);
            // A refusal may be meant for us alone: how it greets others is not known then.
            if (greeting.Code != 220) return check with { Problem = $"it greeted with {greeting.Code} {Snippets.Short(greeting.Text)}" };
            check = check with { Greets = true };
            var hello = await talk.HelloAsync(stop.Token);
            if (hello.Code != 250) return check with { Problem = $"it answered EHLO with {hello.Code} {Snippets.Short(hello.Text)}" };
            var offers = hello.Text.Split('\n').Any(line => line.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase));
            check = check with { OffersTls = offers };
            if (offers && await talk.AskAsync("STARTTLS", stop.Token) is { Code: 220 })
            {
                var (protocol, problem) = await talk.SecureAsync(stop.Token);
                check = check with { Protocol = protocol, CertificateProblem = problem };
                await talk.HelloAsync(stop.Token);
            }
            await talk.AskAsync("QUIT", stop.Token);
            return check;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return check with { Problem = $"no answer within {Patience.TotalSeconds:0} s; networks of offices and homes often keep port 25 shut" };
        }
        catch (Exception wrong) when (wrong is SocketException or IOException or AuthenticationException)
        {
            return check with { Problem = wrong.Message };
        }
    }

    private static async Task<MtaStsPolicy> PolicyAsync(string domain, PageFetcher fetcher, CancellationToken cancellationToken)
    {
        // No redirect is followed (RFC 8461, 3.3).
        var page = await fetcher.FetchAsync(new Uri($"https://mta-sts.{AddressSyntax.Ascii(domain) ?? domain}/.well-known/mta-sts.txt"), _ => false, cancellationToken);
        return page.IsPage ? MtaStsPolicy.Parse(TextDecoding.Decode(page.Body.Span, page.Charset).Text) : new("", [], page.Problem ?? $"HTTP {page.Status}");
    }
}
