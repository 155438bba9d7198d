using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Baton.Audit;

/// <summary>Reads the addresses that a page publishes, the way they are really published. Pure but for a clock that limits scripts.</summary>
/// <param name="time">The clock.</param>
public sealed class AddressReader(TimeProvider time)
{
    private const int LongestPage = 8_000_000;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New(Configuration.Default));

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page; more than 8 million characters are cut.</param>
    /// <param name="ownHosts">Domains the site lives on, in small letters: addresses there are never a template's. Empty when unknown.</param>
    /// <param name="runsScripts">Whether to run the page's small scripts.</param>
    public Extraction ReadHtml(string html, IReadOnlyCollection<string> ownHosts, bool runsScripts = true) =>
        Read(Parse(html), html, ownHosts, runsScripts).Extraction;

    internal static IDocument Parse(string html) => Parser.ParseDocument(html.Length > LongestPage ? html[..LongestPage] : html);

    internal (Extraction Extraction, PageText Text) Read(IDocument document, string html, IReadOnlyCollection<string> ownHosts, bool runsScripts)
    {
        var page = new PageReading(document, html, ownHosts);
        List<AddressImage> images = [];
        Action[] steps = [page.ReadText, page.ReadElements, page.ReadFrames, page.ReadStructure, () => images.AddRange(ImageAddresses.Unreadable(document)), () => page.ReadScripts(runsScripts ? time : null)];
        return (new(page.Found, images) { IsComplete = steps.Count(Finishes) == steps.Length }, page.Text);
    }

    /// <summary>A page made to keep a pattern busy is read as far as the patterns' time limits allow.</summary>
    private static bool Finishes(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Reads plain text, e.g. security.txt.</summary>
    public static Extraction ReadText(string text, IReadOnlyCollection<string> ownHosts, Publication how = Publication.TextFile)
    {
        var found = TextAddresses.Find(text).Select(match => new FoundAddress(match.Address, match.How == Publication.Text ? how : match.How, $"character {match.Start + 1}", Snippets.Around(text, match.Start, match.End), Exposure.Everybody)
        {
            Residue = Residue.Of(match.Address, match.How == Publication.Spelled, ownHosts),
        });
        return new([.. found], []);
    }
}
