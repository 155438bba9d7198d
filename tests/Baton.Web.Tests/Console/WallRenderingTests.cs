using Baton.Journal;
using Bunit;
using static Baton.Web.Tests.Rows;

namespace Baton.Web.Tests;

public sealed class WallRenderingTests : BunitContext
{
    [Fact]
    public void A_row_says_who_what_and_how_urgent_in_words_and_not_by_colour_alone()
    {
        var row = Row(1, Holder.Queue).Promised(3) with { IsSimulated = true, Intent = "where-is-my-order", EscalationKind = EscalationKind.Emotional, EscalationReason = "Is angry with us.", Rounds = 4, Locale = "de" };
        var shown = Render<WallRow>(parameters => parameters.Add(r => r.Row, row).Add(r => r.Link, "console/c/1"));
        var text = shown.Find("[role=row]").TextContent;
        foreach (var words in (string[])["Needs a person", "emotional", "Customer 1", "simulated", "Where is my order", "German", "Is angry with us.", "Waiting for a person", "4"])
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(Noon.AddMinutes(3).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), shown.Find("baton-until").GetAttribute("at"));
    }

    [Fact]
    public void What_a_customer_wrote_is_never_markup()
    {
        var shown = Render<WallRow>(parameters => parameters.Add(r => r.Row, Row(1) with { Snippet = "<img src=x onerror=alert(1)>", Customer = new("x", "<b>Ada</b>", null) }).Add(r => r.Link, "console/c/1"));
        Assert.Empty(shown.FindAll("img, b"));
        Assert.Contains("<img src=x", shown.Find(".snippet").TextContent, StringComparison.Ordinal);

        var said = new Story().Opened().Customer("<script>alert(1)</script>").View().Items[0];
        var entry = Render<TranscriptEntry>(parameters => parameters.Add(e => e.Item, said).Add(e => e.Conversation, Story.Id));
        Assert.Empty(entry.FindAll("script"));
        Assert.Contains("<script>", entry.Find(".text").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    public void One_change_draws_one_row_again_however_many_there_are(int count)
    {
        var wall = new FakeWall(Enumerable.Range(1, count).Select(number => Row(number).Waiting(number % 60)));
        using var view = new WallView(wall, Wanda);
        view.Start();
        var page = Render<RowsOnly>(parameters => parameters.Add(p => p.Shown, view.Visible));
        var rows = page.FindComponents<WallRow>();
        Assert.Equal(count, rows.Count);
        var before = rows.Sum(row => row.RenderCount);

        wall.Put(view.Visible[0].Next() with { Snippet = "New words" });
        view.Refresh();
        page.Render(parameters => parameters.Add(p => p.Shown, view.Visible));

        Assert.Equal(before + 1, page.FindComponents<WallRow>().Sum(row => row.RenderCount));
        Assert.Contains("New words", page.Markup, StringComparison.Ordinal);
    }
}
