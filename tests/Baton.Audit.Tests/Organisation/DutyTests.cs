namespace Baton.Audit.Tests;

/// <summary>Duties are compared only where they may bind, worded as what was seen, and never from what cannot be seen.</summary>
public sealed class DutyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-duty-");

    private static Dictionary<string, string> Pages(string privacy, string chat = "") => new(StringComparer.Ordinal)
    {
        ["/"] = $"<html lang='en'><title>Home</title><p>Lamps and light.</p>{chat}<a href='/contact'>Contact</a> <a href='/privacy'>Privacy</a></html>",
        ["/contact"] = "<html lang='en'><title>Contact</title><p>hello@nordlicht-moebel.de, <a href='tel:+442079460000'>020 7946 0000</a></p></html>",
        ["/privacy"] = $"<html lang='en'><title>Privacy notice</title><p>{privacy}</p></html>",
    };

    private async Task<AuditReport> AuditAsync(Dictionary<string, string> pages, DutyScope scope)
    {
        await using var organisation = await FakeOrganisation.StartAsync(pages);
        return await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(_folder.FullName, Guid.NewGuid().ToString())), organisation.Options with { Duties = scope }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_officer_who_is_named_without_an_address_is_not_evidenced_and_one_who_is_not_named_is_not_judged()
    {
        var ireland = new DutyScope { Countries = ["IE"] };
        Assert.Contains((await AuditAsync(Pages("Our data protection officer answers your questions."), ireland)).Findings, finding => finding is { Code: "duty.gdpr-37-7", Verdict: Verdict.NotEvidenced });
        Assert.Contains((await AuditAsync(Pages("Our data protection officer: dpo@nordlicht-moebel.de"), ireland)).Findings, finding => finding is { Code: "duty.gdpr-37-7", Severity: Severity.Praise });
        var silent = await AuditAsync(Pages("Write to hello@nordlicht-moebel.de."), ireland);
        Assert.DoesNotContain(silent.Findings, finding => finding.Code == "duty.gdpr-37-7");
        Assert.Contains(silent.NotTested, one => one.What == "GDPR, Article 37(7)");
    }

    [Fact]
    public async Task A_representative_is_asked_for_only_outside_the_Union_and_when_the_engagement_says_so()
    {
        var pages = Pages("Write to hello@nordlicht-moebel.de.");
        Assert.Contains((await AuditAsync(pages, new() { Countries = ["US"], OffersInUnion = true })).Findings, finding => finding is { Code: "duty.gdpr-27", Verdict: Verdict.NotEvidenced });
        Assert.DoesNotContain((await AuditAsync(pages, new() { Countries = ["IE"], OffersInUnion = true })).Findings, finding => finding.Code == "duty.gdpr-27");
        var unsaid = await AuditAsync(pages, new() { Countries = ["US"] });
        Assert.DoesNotContain(unsaid.Findings, finding => finding.Code == "duty.gdpr-27");
        Assert.Contains(unsaid.NotTested, one => one.What == "GDPR, Article 27");
        Assert.Contains((await AuditAsync(Pages("Our EU representative is Una Byrne, Dublin."), new() { Countries = ["US"], OffersInUnion = true })).Findings, finding => finding is { Code: "duty.gdpr-27", Severity: Severity.Praise });
    }

    [Fact]
    public async Task That_a_chat_says_it_is_a_machine_is_praised_and_silence_is_never_held_against_it()
    {
        const string Chat = "<script src='https://embed.tawk.to/abc/default'></script>";
        var ireland = new DutyScope { Countries = ["IE"] };
        Assert.Contains((await AuditAsync(Pages("hello@nordlicht-moebel.de", Chat + "<p>Our AI assistant answers first.</p>"), ireland)).Findings, finding => finding is { Code: "duty.ai-act-50-1", Severity: Severity.Praise });
        var silent = await AuditAsync(Pages("hello@nordlicht-moebel.de", Chat), ireland);
        Assert.DoesNotContain(silent.Findings, finding => finding.Code == "duty.ai-act-50-1");
        Assert.Contains(silent.NotTested, one => one.What.StartsWith("AI Act", StringComparison.Ordinal) && one.Why.Contains("There is a chat", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
