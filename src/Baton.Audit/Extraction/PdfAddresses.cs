using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Baton.Audit;

/// <summary>Addresses in PDF documents: in the text and behind links. Scanned pages hold no text and are not read.</summary>
public static class PdfAddresses
{
    private const int MostPages = 60;

    /// <summary>Reads a document, at most its first 60 pages. A document that cannot be opened is incomplete and empty.</summary>
    public static Extraction Read(byte[] pdf, IReadOnlyCollection<string> ownHosts)
    {
        try
        {
            using var document = PdfDocument.Open(pdf, new ParsingOptions { UseLenientParsing = true });
            var found = document.GetPages().Take(MostPages).SelectMany(page => OfPage(page, ownHosts)).ToList();
            return new(found, []) { IsComplete = document.NumberOfPages <= MostPages };
        }
        catch (Exception unreadable) when (unreadable is PdfDocumentFormatException or PdfDocumentEncryptedException or InvalidOperationException or ArgumentException or NotSupportedException or IndexOutOfRangeException or KeyNotFoundException or FormatException)
        {
            // The library has no one exception for a broken document; whatever it says, nothing could be read.
            return Extraction.Nothing with { IsComplete = false };
        }
    }

    private static IEnumerable<FoundAddress> OfPage(Page page, IReadOnlyCollection<string> ownHosts)
    {
        var place = $"page {page.Number}";
        var text = PageText.Clean(ContentOrderTextExtractor.GetText(page).Replace("\r", "", StringComparison.Ordinal).Replace("\n", " \u2028", StringComparison.Ordinal)).Replace('\u2028', '\n');
        foreach (var match in TextAddresses.Find(text))
        {
            var how = match.How == Publication.Text ? Publication.Pdf : match.How;
            yield return new(match.Address, how, place, Snippets.Around(text, match.Start, match.End), Exposure.Everybody) { Residue = Residue.Of(match.Address, how != Publication.Pdf, ownHosts) };
        }
        foreach (var link in page.GetHyperlinks())
        {
            foreach (var (address, _) in LinkAddresses.Of(link.Uri))
                yield return new(address, Publication.Pdf, place, Snippets.Short(link.Uri), Exposure.Everybody) { Residue = Residue.Of(address, isHidden: false, ownHosts) };
        }
    }
}
