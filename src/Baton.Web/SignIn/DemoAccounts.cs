using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web;

/// <summary>The accounts of the demo.</summary>
public static class DemoAccounts
{
    /// <summary>Their common password. Printed by the demo and good for nothing else.</summary>
    public const string Password = "baton-demo-2026";

    /// <summary>Address, name and role of each.</summary>
    public static readonly IReadOnlyList<(string Email, string Name, string Role)> All =
    [
        ("wanda@baton.example", "Wanda", WorkerRoles.Worker),
        ("lena@baton.example", "Lena", WorkerRoles.Lead),
        ("adam@baton.example", "Adam", WorkerRoles.Admin),
    ];

    private static readonly (string Shortcut, string Text)[] Replies =
    [
        ("hello", "Hello {customer}, I am {me}. I have read what you wrote so far; you need not repeat it."),
        ("sorry", "I am sorry this went wrong. Let me put it right: "),
        ("check", "I am looking into it now and will write again within five minutes."),
        ("thanks", "Thank you, {customer}. Is there anything else I can do for you?"),
    ];

    /// <summary>Makes those that are missing, and a few canned replies. Call it once the program has started.</summary>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<WorkerAccounts>();
        var existing = (await accounts.ListAsync(cancellationToken)).Select(known => known.Account.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (email, name, role) in All.Where(account => !existing.Contains(account.Email)))
        {
            var (_, refusal) = await accounts.CreateAsync(email, name, role, Password);
            if (refusal is not null) throw new InvalidOperationException($"The demo account {email} could not be made: {refusal}");
        }

        var canned = scope.ServiceProvider.GetRequiredService<CannedReplies>();
        if ((await canned.ListAsync(cancellationToken)).Count > 0) return;
        foreach (var (shortcut, text) in Replies)
            await canned.SaveAsync(new() { Shortcut = shortcut, Text = text }, cancellationToken);
    }
}
