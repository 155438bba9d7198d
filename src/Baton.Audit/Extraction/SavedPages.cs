using System.Text;

namespace Baton.Audit;

/// <summary>One address of a saved document, as <c>baton audit extract</c> writes it.</summary>
/// <param name="File">The document.</param>
/// <param name="Address">The address.</param>
/// <param name="Published">Every way and place it is published there.</param>
public sealed record SavedAddress(string File, string Address, IReadOnlyList<FoundAddress> Published)
{
    /// <summary>Why it is not one to write to; <see langword="null"/> for a real one.</summary>
    public string? Residue => Published.All(one => one.Residue is not null) ? Published[0].Residue : null;
}

/// <summary>Reads addresses from saved pages, PDF documents, vCards and text files, so that anyone can measure how well they are read.</summary>
/// <param name="reader">Reads pages.</param>
public sealed class SavedPages(AddressReader reader)
{
    /// <summary>Reads one file; its ending says what it is, and everything unknown is taken for a page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ownHosts">Domains the pages belong to, if known.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<SavedAddress>> ReadAsync(FileInfo file, IReadOnlyCollection<string> ownHosts, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        var extraction = file.Extension.ToLowerInvariant() switch
        {
            ".pdf" => PdfAddresses.Read(bytes, ownHosts),
            ".vcf" or ".vcard" => VCardAddresses.Read(Encoding.UTF8.GetString(bytes), ownHosts),
            ".txt" => AddressReader.ReadText(TextDecoding.Decode(bytes, null).Text, ownHosts),
            _ => reader.ReadHtml(TextDecoding.Decode(bytes, null).Text, ownHosts),
        };
        return [.. extraction.Addresses.GroupBy(found => AddressSyntax.Key(found.Address), StringComparer.Ordinal).Select(group => new SavedAddress(file.ToString(), group.First().Address, [.. group]))];
    }

    /// <summary>
    /// Documentation domains (example.org and the like) are a template's residue, unless most of what a set of pages publishes is there:
    /// then the set is a demonstration and they are its own.
    /// </summary>
    public static IReadOnlyList<SavedAddress> Settle(IReadOnlyList<SavedAddress> all)
    {
        var own = all.GroupBy(one => AddressSyntax.Domain(one.Address), StringComparer.Ordinal)
            .Where(group => group.Count() >= 5 && group.Count() * 2 > all.Count).Select(group => group.Key).ToList();
        return own.Count == 0 ? all : [.. all.Select(one => own.Contains(AddressSyntax.Domain(one.Address)) ? one with { Published = [.. one.Published.Select(found => found with { Residue = null })] } : one)];
    }
}
