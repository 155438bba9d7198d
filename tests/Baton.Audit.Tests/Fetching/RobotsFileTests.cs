namespace Baton.Audit.Tests;

/// <summary>RFC 9309, with the RFC's own examples.</summary>
public sealed class RobotsFileTests
{
    private const string SimpleExample = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("otherbot", "/picture.gif", false)]
    [InlineData("otherbot", "/picture.gif?size=2", true)]
    [InlineData("otherbot", "/example/", false)]
    [InlineData("otherbot", "/example/page.html", false)]
    [InlineData("otherbot", "/publications/1.html", true)]
    [InlineData("otherbot", "/", true)]
    [InlineData("foobot", "/", false)]
    [InlineData("foobot", "/publications/1.html", false)]
    [InlineData("foobot", "/example/page.html", true)]
    [InlineData("foobot", "/example/allowed.gif", true)]
    [InlineData("FooBot", "/example/allowed.gif", true)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/picture.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    [InlineData("quxbot", "/picture.gif", true)]
    public void The_simple_example_of_section_5_1(string agent, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsFile.Parse(SimpleExample).Allows(agent, path));

    [Theory]
    [InlineData("/example/page/", true)]
    [InlineData("/example/page/disallowed.gif", false)]
    public void The_longest_match_of_section_5_2(string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsFile.Parse("User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif").Allows("foobot", path));

    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz")]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar")]
    [InlineData("/foo/bar/\u30C4", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    public void The_encodings_of_section_2_2_2(string rule, string path)
    {
        // Reserved characters stay as they are written: only the first, third, fourth and fifth line of the RFC's table are matched by what a client sends.
        var robots = RobotsFile.Parse($"User-agent: *\nDisallow: {rule}");
        Assert.Equal(rule.Contains("://", StringComparison.Ordinal), robots.Allows("a", path));
        Assert.False(robots.Allows("a", rule));
    }

    [Fact]
    public void The_same_agent_in_two_groups_has_the_rules_of_both()
    {
        var robots = RobotsFile.Parse("user-agent: ExampleBot\ndisallow: /foo\ndisallow: /bar\n\nuser-agent: ExampleBot\ndisallow: /baz");
        Assert.All((string[])["/foo", "/bar", "/baz"], path => Assert.False(robots.Allows("ExampleBot", path)));
        Assert.True(robots.Allows("ExampleBot", "/qux"));
    }

    [Fact]
    public void Of_two_rules_as_long_the_one_that_allows_wins() =>
        Assert.True(RobotsFile.Parse("User-agent: *\nDisallow: /page\nAllow: /page").Allows("a", "/page"));

    [Theory]
    [InlineData("/fish*", "/fish/salmon", false)]
    [InlineData("/fish$", "/fish", false)]
    [InlineData("/fish$", "/fish/", true)]
    [InlineData("/*.php", "/index.php?a=1", false)]
    [InlineData("/*.php$", "/index.php?a=1", true)]
    [InlineData("/*/private/*/x", "/a/private/b/x", false)]
    [InlineData("/*/private/*/x", "/a/private/x", true)]
    [InlineData("/a*b$", "/ab/ab", false)]
    public void Stars_and_ends(string rule, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsFile.Parse($"User-agent: *\nDisallow: {rule}").Allows("a", path));

    [Fact]
    public void Comments_odd_lines_and_line_ends_do_not_disturb()
    {
        var robots = RobotsFile.Parse("\uFEFF# all\r\nUser-agent: * # everybody\rDISALLOW : /x # no\r\nnonsense\nSitemap: https://a.example/s.xml\nDisallow: /y");
        Assert.False(robots.Allows("a", "/x"));
        Assert.False(robots.Allows("a", "/y"));
        Assert.Equal(["https://a.example/s.xml"], robots.Sitemaps);
    }

    [Fact]
    public void An_empty_rule_forbids_nothing_and_a_rule_before_any_agent_counts_for_nobody()
    {
        Assert.True(RobotsFile.Parse("User-agent: *\nDisallow:").Allows("a", "/"));
        Assert.True(RobotsFile.Parse("Disallow: /\nUser-agent: *\nAllow: /").Allows("a", "/"));
    }

    [Fact]
    public void The_file_itself_may_always_be_fetched() => Assert.True(RobotsFile.DisallowAll.Allows("a", "/robots.txt"));

    [Fact]
    public void A_pause_is_read_for_the_group_that_counts() =>
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsFile.Parse("User-agent: *\nCrawl-delay: 9\n\nUser-agent: BatonAudit\nCrawl-delay: 2.5").DelayFor("BatonAudit"));

    [Fact]
    public void A_hostile_pattern_is_matched_quickly()
    {
        var robots = RobotsFile.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "$");
        Assert.True(robots.Allows("a", "/" + new string('a', 1500) + "b"));
    }
}
