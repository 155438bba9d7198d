namespace Baton.Audit.Tests;

public sealed class AddressReaderTests(ITestOutputHelper output)
{
    private static readonly AddressReader Reader = new(TimeProvider.System);

    public static TheoryData<CorpusPage> Published => [.. AddressCorpus.Published];

    public static TheoryData<CorpusPage> Lookalikes => [.. AddressCorpus.Lookalikes];

    private static List<string> Read(string html) =>
        [.. Reader.ReadHtml(html, []).Addresses.Where(found => found.Residue is null).Select(found => found.Address).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    [Theory]
    [MemberData(nameof(Published), DisableDiscoveryEnumeration = true)]
    public void A_published_form_is_read(CorpusPage page) =>
        Assert.Equal(page.Addresses.Order(StringComparer.OrdinalIgnoreCase), Read(page.Html), StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Lookalikes), DisableDiscoveryEnumeration = true)]
    public void A_lookalike_is_no_address(CorpusPage page) => Assert.Empty(Read(page.Html));

    [Fact]
    public void Precision_and_recall_over_the_corpus_are_high()
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var page in AddressCorpus.Published.Concat(AddressCorpus.Lookalikes))
        {
            var read = Read(page.Html);
            var hit = read.Intersect(page.Addresses, StringComparer.OrdinalIgnoreCase).Count();
            (right, wrong, missed) = (right + hit, wrong + read.Count - hit, missed + page.Addresses.Count - hit);
        }
        var (precision, recall) = (right / (double)(right + wrong), right / (double)(right + missed));
        output.WriteLine($"{AddressCorpus.Published.Count} published forms, {AddressCorpus.Lookalikes.Count} lookalikes: precision {precision:P1}, recall {recall:P1}");
        Assert.True(AddressCorpus.Published.Count >= 150 && AddressCorpus.Lookalikes.Count >= 100);
        Assert.True(precision >= 0.99, $"precision {precision:P1}");
        Assert.True(recall >= 0.99, $"recall {recall:P1}");
    }
}
