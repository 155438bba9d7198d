using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Baton.Audit.Tests;

public sealed class DocumentTests
{
    [Fact]
    public void Addresses_in_a_PDF_are_read_with_their_page()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in (string[])["Contact: service@papierwerk.at", "Returns to returns (at) papierwerk (dot) at please", "Version logo@2x.png"])
            builder.AddPage(595, 842).AddText(text, 12, new PdfPoint(50, 700), font);
        var found = PdfAddresses.Read(builder.Build(), []).Addresses;
        Assert.Equal([("service@papierwerk.at", "page 1", Publication.Pdf), ("returns@papierwerk.at", "page 2", Publication.Spelled)], found.Select(one => (one.Address, one.Where, one.How)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\nbroken")]
    [InlineData("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>")]
    public void A_broken_PDF_is_incomplete_and_no_crash(string text)
    {
        var extraction = PdfAddresses.Read(Encoding.Latin1.GetBytes(text), []);
        Assert.Empty(extraction.Addresses);
        Assert.False(extraction.IsComplete);
    }

    [Fact]
    public void Addresses_in_a_vCard_are_read_folded_grouped_and_quoted()
    {
        const string card = "BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL;TYPE=INTERNET,WORK:buero@kanzlei.\r\n at\r\nitem1.EMAIL:zweite@kanzlei.at\r\nEMAIL;ENCODING=QUOTED-PRINTABLE:dritte=40kanzlei.at\r\nNOTE:keine@email.zeile.at\r\nEND:VCARD\r\n";
        Assert.Equal(["buero@kanzlei.at", "zweite@kanzlei.at", "dritte@kanzlei.at"], VCardAddresses.Read(card, []).Addresses.Select(one => one.Address));
    }

    [Theory]
    [InlineData("<meta charset=windows-1252><p>b\u00fcro@m\u00fchle.de</p>", "windows-1252")]
    [InlineData("<meta http-equiv='content-type' content='text/html; charset=iso-8859-15'><p>b\u00fcro@m\u00fchle.de</p>", "iso-8859-15")]
    [InlineData("<p>b\u00fcro@m\u00fchle.de</p>", "windows-1252")]
    [InlineData("<p>b\u00fcro@m\u00fchle.de</p>", "utf-8")]
    [InlineData("<meta charset=utf-16><p>b\u00fcro@m\u00fchle.de</p>", "utf-8")]
    public async Task A_saved_page_is_read_in_its_charset(string html, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Encoding.GetEncoding(charset).GetBytes(html), TestContext.Current.CancellationToken);
        var read = await new SavedPages(new AddressReader(TimeProvider.System)).ReadAsync(new FileInfo(file), [], TestContext.Current.CancellationToken);
        File.Delete(file);
        Assert.Equal("b\u00fcro@m\u00fchle.de", Assert.Single(read).Address);
    }

    [Fact]
    public void A_page_that_wants_to_keep_its_reader_busy_is_read_all_the_same()
    {
        var reader = new AddressReader(TimeProvider.System);
        var deep = string.Concat(Enumerable.Repeat("<div>", 3000)) + "tief@unten.de";
        Assert.True(reader.ReadHtml(deep, []).Addresses.Count <= 1);
        foreach (var script in (string[])["while(true){document.write('@')}", "var s='@';for(;;)s+=s;", "function f(){f();'@'}f()", "'@'.repeat(1e9);document.write(new Array(1e9).join('@'))", "document.write('@'+/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'))", "eval('@')", "({}).constructor.constructor('return this')().document.write('@')"])
            Assert.Equal("noch@da.de", Assert.Single(reader.ReadHtml($"<script>{script}</script><p>noch@da.de</p>", []).Addresses).Address);
        Assert.Single(reader.ReadHtml(string.Concat(Enumerable.Repeat("(at) [dot] @ a@b. ", 20_000)) + "<p>noch@da.de</p>", []).Addresses, found => found.Address == "noch@da.de");
    }

    [Fact]
    public void Who_sees_an_address_follows_from_how_it_is_published()
    {
        var reader = new AddressReader(TimeProvider.System);
        Exposure Of(string html) => Assert.Single(reader.ReadHtml(html, []).Addresses).Exposure;
        Assert.Equal(Exposure.Everybody, Of("<p>plain@text.de</p>"));
        Assert.Equal(Exposure.Hidden, Of("<p hidden>plain@text.de</p>"));
        Assert.Equal(Exposure.Scripts, Of("<script>document.write('a'+'@'+'text.de')</script>"));
        Assert.Equal(Exposure.Machines, Of("<script type='application/ld+json'>{\"email\":\"a@text.de\"}</script>"));
        Assert.Equal(new Exposure(true, true, false), Of("<bdo dir=rtl>ed.txet@nialp</bdo>"));
        Assert.Equal(new Exposure(true, false, false), Of("<body><p>x</p><noscript>plain@text.de</noscript></body>"));
    }
}
