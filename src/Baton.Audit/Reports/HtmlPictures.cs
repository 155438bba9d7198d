namespace Baton.Audit;

/// <summary>Pages as they looked, inside the report: it must need nothing else.</summary>
internal static class HtmlPictures
{
    /// <summary>The section; nothing where no picture was taken or none is at hand.</summary>
    public static Html Write(IReadOnlyList<PagePicture> pictures, Func<PagePicture, byte[]?> load)
    {
        var shown = pictures.Select(picture => (Picture: picture, Png: load(picture))).Where(one => one.Png is not null).ToList();
        return shown.Count == 0 ? Html.Nothing : Html.Of($"""
            <h2 id="pictures">Pages as they looked</h2>
            <p class="soft">The upper part of pages that findings above quote, drawn by a browser on the day.</p>
            {Html.Join(shown.Select(one => Html.Of($"""<figure class="picture"><img alt="The page {one.Picture.Url.AbsoluteUri}" src="{new Html($"data:image/png;base64,{Convert.ToBase64String(one.Png!)}")}"><figcaption><a href="{one.Picture.Url.AbsoluteUri}" rel="noreferrer">{Snippets.Short(one.Picture.Url.AbsoluteUri, 110)}</a> · {one.Picture.At:yyyy-MM-dd HH:mm:ss} UTC · <span class="code" title="{one.Picture.Sha256}">sha256 {one.Picture.Sha256[..12]}…</span></figcaption></figure>""")))}
            """);
    }
}
