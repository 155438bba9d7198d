using System.CommandLine;
using System.Text.Json;
using Baton.Audit;

namespace Baton;

/// <summary><c>baton audit extract</c>: the addresses in saved pages as JSON Lines, so that anyone can measure how they are read.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Saved pages (.html), documents (.pdf), cards (.vcf) or text (.txt).", Arity = ArgumentArity.OneOrMore };
        var hosts = new Option<string[]>("--host") { Description = "A domain the pages belong to: addresses there are never taken for a template's residue." };
        var residue = new Option<bool>("--residue") { Description = "Also write what a template left behind, with the reason in 'residue'." };
        var command = new Command("extract", "Write the addresses published in saved pages as JSON Lines, one line an address and file.") { files, hosts, residue };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                await using var services = AuditServices.Create();
                var pages = services.GetRequiredService<SavedPages>();
                List<SavedAddress> found = [];
                var own = (parsed.GetValue(hosts) ?? []).Select(host => host.ToLowerInvariant()).ToList();
                foreach (var file in parsed.GetRequiredValue(files)) found.AddRange(await ReadAsync(pages, file, own, stop));
                foreach (var address in SavedPages.Settle(found).Where(one => one.Residue is null || parsed.GetValue(residue)))
                    await Console.Out.WriteLineAsync(JsonSerializer.Serialize(address, AuditJson.Lines.SavedAddress).AsMemory(), stop);
            },
            cancellationToken));
        return command;
    }

    private static async Task<IReadOnlyList<SavedAddress>> ReadAsync(SavedPages pages, FileInfo file, List<string> own, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.ReadAsync(file, own, cancellationToken);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new UserMistakeException(refused.Message);
        }
    }
}
