using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>The replies that workers send often.</summary>
public sealed class CannedReplies(IDbContextFactory<AccountsContext> accounts, TimeProvider time)
{
    private const int Offered = 8;

    /// <summary>All of them, by shortcut and language.</summary>
    public async Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await accounts.CreateDbContextAsync(cancellationToken);
        return await context.CannedReplies.AsNoTracking().OrderBy(reply => reply.Shortcut).ThenBy(reply => reply.Language).ToListAsync(cancellationToken);
    }

    /// <summary>Those whose shortcut begins so, the customer's language first; at most 8.</summary>
    /// <param name="beginning">Empty for all.</param>
    /// <param name="locale">The customer's language, BCP 47.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<IReadOnlyList<CannedReply>> FindAsync(string beginning, string locale, CancellationToken cancellationToken)
    {
        var language = locale.Split('-')[0];
        var all = await ListAsync(cancellationToken);
        return [.. all.Where(reply => reply.Shortcut.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            .OrderBy(reply => !string.Equals(reply.Language, language, StringComparison.OrdinalIgnoreCase)).Take(Offered)];
    }

    /// <summary>Adds a reply, or changes the one with its key.</summary>
    /// <returns>Why it was refused; null when it is kept.</returns>
    public async Task<string?> SaveAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        var shortcut = reply.Shortcut.Trim().TrimStart('/').ToLowerInvariant();
        if (shortcut.Length is 0 or > 40 || shortcut.Any(char.IsWhiteSpace)) return "A shortcut has 1 to 40 characters and no spaces.";
        if (reply.Text.Trim().Length is 0 or > 4_000) return "The text has 1 to 4,000 characters.";
        if (reply.Language.Trim() is not { Length: 2 } language || !language.All(char.IsAsciiLetter)) return "The language is a code of two letters, such as en.";
        await using var context = await accounts.CreateDbContextAsync(cancellationToken);
        language = language.ToLowerInvariant();
        if (await context.CannedReplies.AnyAsync(other => other.Id != reply.Id && other.Shortcut == shortcut && other.Language == language, cancellationToken))
            return $"There is already a reply /{shortcut} in {language}.";
        var kept = await context.CannedReplies.SingleOrDefaultAsync(known => known.Id == reply.Id, cancellationToken);
        if (kept is null) context.CannedReplies.Add(kept = new CannedReply { Shortcut = shortcut, Text = "" });
        (kept.Shortcut, kept.Language, kept.Text, kept.ChangedAt) = (shortcut, language, reply.Text.Trim(), time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Removes a reply.</summary>
    public async Task RemoveAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await accounts.CreateDbContextAsync(cancellationToken);
        await context.CannedReplies.Where(reply => reply.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
