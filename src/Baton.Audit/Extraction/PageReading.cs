using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>One page being read: every way of publishing adds what it finds, each place once.</summary>
internal sealed class PageReading(IDocument document, string html, IReadOnlyCollection<string> ownHosts)
{
    private readonly StyleRules _styles = new(document);
    private PageText? _text;
    private readonly List<FoundAddress> _found = [];
    private readonly HashSet<(string, Publication, string)> _seen = [];
    private readonly IReadOnlyCollection<string> _ownHosts = [.. ownHosts, .. NamedHosts(document)];

    public IReadOnlyList<FoundAddress> Found => _found;

    public PageText Text => _text ??= new(document, _styles);

    public void ReadText()
    {
        var text = Text;
        var symbols = TextAddresses.SymbolsNamedIn(text.Shown.Text);
        foreach (var stream in text.Streams)
        {
            foreach (var match in TextAddresses.Find(stream.Text, stream.Seams, symbols).Concat(Rotated(stream)).Concat(LetterSpaced.Find(stream.Text)).Concat(GroupedAddresses.Find(stream.Text)))
            {
                var (element, pieces, isStyle, isTurned) = stream.SourceOf(match.Start, match.End);
                if (element is null || IsOtherLink(element)) continue;
                var how = isTurned ? Publication.ReversedText : isStyle ? Publication.Style : match.How != Publication.Text ? match.How : HowWritten(match.Address, pieces, element);
                // A reader of the screen speaks turned text as it is stored.
                var exposure = isTurned ? stream.Exposure with { ToScreenReader = false } : isStyle ? stream.Exposure with { ToScreenReader = null } : stream.Exposure;
                Add(match.Address, how, element, stream.Around(match.Start, match.End), exposure);
            }
        }
    }

    public void ReadFrames()
    {
        foreach (var frame in document.QuerySelectorAll("iframe[srcdoc]").Where(frame => frame.GetAttribute("srcdoc")!.Length > 0))
        {
            var inner = frame.GetAttribute("srcdoc")!;
            var part = new PageReading(AddressReader.Parse(inner), inner, _ownHosts);
            part.ReadText();
            part.ReadElements();
            foreach (var found in part.Found) Add(found.Address, found.How, frame, found.Snippet, found.Exposure);
        }
    }

    public void ReadElements()
    {
        foreach (var element in document.All)
        {
            if (element.Attributes.Length == 0) continue;
            foreach (var (address, how, link) in LinkAddresses.Of(element))
            {
                var exposure = element.LocalName is "link" ? Exposure.Machines
                    : how is Publication.Cloudflare or Publication.Shifted or Publication.ReversedText ? Exposure.Scripts
                    : _styles.IsHidden(element) ? Exposure.Hidden : Exposure.Everybody;
                if (element.LocalName == "link") continue;
                Add(address, how == Publication.MailtoLink && IsEntities(address) ? Publication.Entities : how, element, link, exposure);
            }
            if (element.LocalName is "input" or "textarea" && !element.HasAttribute("data-user")) continue;
            foreach (var (address, how, snippet) in AttributeAddresses.Of(element)) Add(address, how, element, snippet, Exposure.Scripts with { WithScripts = null, ToScreenReader = null });
        }
        foreach (var (address, element, snippet) in ImageAddresses.Alternatives(document))
            Add(address, Publication.AlternativeText, element, snippet, new(element.LocalName == "img" ? null : true, true, true));
    }

    public void ReadStructure()
    {
        foreach (var (address, how, element, snippet) in StructuredAddresses.Of(document))
            Add(address, how, element, snippet, element.LocalName is "meta" or "script" or "link" ? Exposure.Machines : Exposure.Everybody);
    }

    public void ReadScripts(TimeProvider? time)
    {
        if (time is null) return;
        foreach (var (output, element) in PageScripts.Run(document, _ownHosts.FirstOrDefault() ?? "", time))
        {
            foreach (var address in OfOutput(output).Distinct(StringComparer.OrdinalIgnoreCase)) Add(address, Publication.Script, element, output, Exposure.Scripts);
        }
        foreach (var (address, element, snippet) in ScriptCalls.Of(document)) Add(address, Publication.Script, element, snippet, Exposure.Scripts);
    }

    // What a script writes is a page of its own: links, text, styles and all.
    private static IEnumerable<string> OfOutput(string output)
    {
        if (LinkAddresses.Of(output.Trim()) is var links && links.Any()) return links.Select(link => link.Address);
        if (!output.Contains('<', StringComparison.Ordinal)) return TextAddresses.Find(PageText.Clean(Ciphers.Unescape(output))).Select(match => match.Address);
        var part = new PageReading(AddressReader.Parse(output), output, []);
        part.ReadText();
        part.ReadElements();
        return part.Found.Select(found => found.Address);
    }

    private IEnumerable<TextMatch> Rotated(TextStream stream)
    {
        if (!stream.Text.Contains('@', StringComparison.Ordinal) || !html.Contains("rot13", StringComparison.OrdinalIgnoreCase)) return [];
        return TextAddresses.Find(Ciphers.Rot13(stream.Text), stream.Seams).Where(match => match.How == Publication.Text && AddressSyntax.Parse(stream.Text[match.Start..match.End]) is null)
            .Select(match => match with { How = Publication.Shifted });
    }

    private Publication HowWritten(string address, int pieces, IElement element)
    {
        if (html.Contains(address, StringComparison.OrdinalIgnoreCase)) return Publication.Text;
        return pieces > 1 ? Publication.SplitText : element.InnerHtml.Contains("<!--", StringComparison.Ordinal) ? Publication.SplitText : IsEntities(address) ? Publication.Entities : Publication.SplitText;
    }

    private bool IsEntities(string address) => html.Contains("&#", StringComparison.Ordinal) && !html.Contains(address, StringComparison.OrdinalIgnoreCase) && !html.Contains('%', StringComparison.Ordinal);

    /// <summary>The text of a link into another network, e.g. a profile in the fediverse or a chat address.</summary>
    private static bool IsOtherLink(IElement element)
    {
        if (element.Closest("a[href]") is not { } link) return false;
        var target = link.GetAttribute("href")!;
        return OtherSchemes.Any(scheme => target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || (target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && (target.Contains("/@", StringComparison.Ordinal) || target.Contains("/users/", StringComparison.Ordinal)) && !target.Contains("mail", StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] OtherSchemes = ["acct:", "xmpp:", "sip:", "sips:", "ssh:", "git:", "matrix:", "im:", "skype:", "ftp:", "sftp:", "git+ssh:", "lightning:", "nostr:", "irc:", "cid:", "mid:"];

    private void Add(string address, Publication how, IElement? element, string snippet, Exposure exposure)
    {
        var place = ElementPath.Of(element);
        if (!_seen.Add((AddressSyntax.Key(address), how, place))) return;
        var isHidden = how is not (Publication.Text or Publication.MailtoLink or Publication.StructuredData or Publication.Metadata or Publication.PageState or Publication.AlternativeText or Publication.SplitText);
        _found.Add(new(address, how, place, Snippets.Short(snippet), exposure) { Residue = Residue.Of(address, isHidden, _ownHosts) });
    }

    /// <summary>The domains the page says it lives on.</summary>
    private static IEnumerable<string> NamedHosts(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("link[rel='canonical' i][href],meta[property='og:url'][content],base[href]"))
        {
            if (Uri.TryCreate(element.GetAttribute("href") ?? element.GetAttribute("content"), UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns)
                yield return address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;
        }
    }
}
