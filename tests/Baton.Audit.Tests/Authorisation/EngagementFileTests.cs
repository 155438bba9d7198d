namespace Baton.Audit.Tests;

public sealed class EngagementFileTests
{
    internal const string Whole = """
        name: Autumn check
        purpose: Does anybody answer?
        auditor: { name: Rosa Lind, email: rosa@pruefer.example, page: "https://pruefer.example/audit" }
        audited:
          organisation: Nordlicht Möbel GmbH
          countries: [DE]
          consumers: true
        from: 2026-11-01
        to: 2026-11-30
        hosts: [nordlicht-moebel.de]
        mailboxes: [kundenservice@nordlicht-moebel.de, info@nordlicht-moebel.de, presse@nordlicht-moebel.de]
        forms: ["https://nordlicht-moebel.de/kontakt"]
        stop: [presse@nordlicht-moebel.de]
        pace: 0.5
        budget: { perRoute: 1, total: 2 }
        authorisation:
          signedBy: Ole Hansen
          signedOn: 2026-10-30
          token: 0123456789abcdef-token
        """;

    private static Task<Engagement> ParseAsync(string yaml) => EngagementFile.ParseAsync("check.yaml", yaml, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_whole_engagement_is_read()
    {
        var engagement = await ParseAsync(Whole);
        Assert.Equal("Nordlicht Möbel GmbH", engagement.Audited.Organisation);
        Assert.True(engagement.Audited.Consumers);
        Assert.Null(engagement.Audited.Intermediary);
        Assert.Equal(new DateOnly(2026, 11, 30), engagement.To);
        Assert.Equal(0.5, engagement.Pace);
        Assert.Equal(2, engagement.Budget.Total);
        Assert.Equal("Ole Hansen", engagement.Authorisation?.SignedBy);
        Assert.False(engagement.Authorisation?.ByAudited);
    }

    [Fact]
    public async Task What_a_file_leaves_out_keeps_its_careful_default()
    {
        var engagement = await ParseAsync("name: Short\nauditor: { name: Rosa Lind, email: rosa@pruefer.example }\naudited: { organisation: Nordlicht }\nfrom: 2026-11-01\nto: 2026-11-30\nhosts: [nordlicht-moebel.de]\n");
        Assert.Equal((1, 300, 1, 20), (engagement.Pace, engagement.Pages, engagement.Budget.PerRoute, engagement.Budget.Total));
        Assert.Equal(0, engagement.Mailboxes.Count + engagement.Forms.Count + engagement.Chats.Count + engagement.Stop.Count + engagement.Audited.Countries.Count);
        Assert.Equal("https://nordlicht-moebel.de/", engagement.Start.AbsoluteUri);
    }

    [Fact]
    public async Task Every_mistake_is_told_at_once_with_its_line()
    {
        var wrong = await Assert.ThrowsAsync<EngagementInvalidException>(() => ParseAsync(Whole.Replace("from: 2026-11-01", "from: soon", StringComparison.Ordinal).Replace("hosts: [", "host: [", StringComparison.Ordinal).Replace("perRoute: 1", "perRoute: 99", StringComparison.Ordinal)));
        Assert.Contains(wrong.Mistakes, mistake => mistake.StartsWith("check.yaml:8:", StringComparison.Ordinal));
        Assert.Contains(wrong.Mistakes, mistake => mistake.StartsWith("check.yaml:10: Unknown key 'host'", StringComparison.Ordinal));
        Assert.Contains(wrong.Mistakes, mistake => mistake.Contains("'hosts' is missing", StringComparison.Ordinal));
        Assert.Contains(wrong.Mistakes, mistake => mistake.StartsWith("check.yaml:15:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("to: 2026-11-30", "to: 2026-10-01", "check.yaml:9: 'to' (2026-10-01) lies before 'from' (2026-11-01).")]
    [InlineData("to: 2026-11-30", "to: 2026-13-40", "check.yaml:9: '2026-13-40' is not a day. Write it as 2026-11-30.")]
    public async Task Days_must_be_days_in_their_order(string right, string wrong, string message)
    {
        var mistakes = await Assert.ThrowsAsync<EngagementInvalidException>(() => ParseAsync(Whole.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal([message], mistakes.Mistakes);
    }

    [Theory]
    [InlineData("name: [")]
    [InlineData("name: a\n  b: : c")]
    [InlineData("- just\n- a list")]
    [InlineData("")]
    public async Task What_is_no_engagement_is_a_mistake_and_no_crash(string yaml) => Assert.NotEmpty((await Assert.ThrowsAsync<EngagementInvalidException>(() => ParseAsync(yaml))).Mistakes);
}
