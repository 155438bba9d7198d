using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>Makes and changes the accounts of workers.</summary>
public sealed class WorkerAccounts(UserManager<WorkerAccount> users, AccountsContext accounts)
{
    /// <summary>The shortest password that is accepted.</summary>
    public const int PasswordLength = 12;

    /// <summary>Makes an account.</summary>
    /// <param name="email">To sign in with; unique.</param>
    /// <param name="name">The name that customers and colleagues see, 1 to 100 characters.</param>
    /// <param name="role">One of <see cref="WorkerRoles.All"/>.</param>
    /// <param name="password">At least <see cref="PasswordLength"/> characters; null for an account that signs in by the organisation's provider.</param>
    /// <param name="capacity">How many conversations at once, 1 to 50.</param>
    /// <returns>The account, or why there is none.</returns>
    public async Task<(WorkerAccount? Account, string? Refusal)> CreateAsync(string email, string name, string role, string? password, int capacity = 5)
    {
        if (Check(name, role, capacity) is { } wrong) return (null, wrong);
        if (!System.Net.Mail.MailAddress.TryCreate(email, out _)) return (null, $"'{email}' is not an e-mail address.");
        var account = new WorkerAccount { UserName = email, Email = email, DisplayName = name.Trim(), Capacity = capacity, EmailConfirmed = true };
        var made = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
        if (!made.Succeeded) return (null, Why(made));
        var given = await users.AddToRoleAsync(account, role);
        return given.Succeeded ? (account, null) : (null, Why(given));
    }

    /// <summary>All accounts with their roles, by name.</summary>
    public async Task<IReadOnlyList<(WorkerAccount Account, string Role)>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await accounts.Users.AsNoTracking().OrderBy(account => account.DisplayName).ToListAsync(cancellationToken);
        var roles = await (from link in accounts.UserRoles join role in accounts.Roles on link.RoleId equals role.Id select new { link.UserId, role.Name })
            .ToListAsync(cancellationToken);
        return [.. all.Select(account => (account, roles.Find(role => role.UserId == account.Id)?.Name ?? ""))];
    }

    /// <summary>Changes what the account may do and how much it takes. Open pages of that account end within a minute when the role changed.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public async Task<string?> ChangeAsync(string id, string name, string role, int capacity)
    {
        if (Check(name, role, capacity) is { } wrong) return wrong;
        if (await users.FindByIdAsync(id) is not { } account) return "The account is gone.";
        var before = await users.GetRolesAsync(account);
        if (before.Contains(WorkerRoles.Admin) && role != WorkerRoles.Admin && await IsLastAdminAsync(id)) return "There must be one admin who can sign in.";
        (account.DisplayName, account.Capacity) = (name.Trim(), capacity);
        var changed = await users.UpdateAsync(account);
        if (!changed.Succeeded) return Why(changed);
        if (before.Count == 1 && before[0] == role) return null;
        await users.RemoveFromRolesAsync(account, before);
        await users.AddToRoleAsync(account, role);
        return Why(await users.UpdateSecurityStampAsync(account));
    }

    /// <summary>Lets an account sign in, or no longer. Its open pages end within a minute.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public async Task<string?> SetEnabledAsync(string id, bool isEnabled)
    {
        if (await users.FindByIdAsync(id) is not { } account) return "The account is gone.";
        if (!isEnabled && await users.IsInRoleAsync(account, WorkerRoles.Admin) && await IsLastAdminAsync(id)) return "There must be one admin who can sign in.";
        await users.SetLockoutEnabledAsync(account, true);
        await users.ResetAccessFailedCountAsync(account);
        var locked = await users.SetLockoutEndDateAsync(account, isEnabled ? null : DateTimeOffset.MaxValue);
        return locked.Succeeded ? Why(await users.UpdateSecurityStampAsync(account)) : Why(locked);
    }

    /// <summary>Gives an account a new random password; passkeys stay.</summary>
    /// <returns>The password, to be told to the worker once; or why there is none.</returns>
    public async Task<(string? Password, string? Refusal)> ResetPasswordAsync(string id)
    {
        if (await users.FindByIdAsync(id) is not { } account) return (null, "The account is gone.");
        var password = NewPassword();
        var reset = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
        return reset.Succeeded ? (password, null) : (null, Why(reset));
    }

    /// <summary>A random password of 16 letters and digits without look-alikes.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    internal static bool IsDisabled(WorkerAccount account) => account.LockoutEnd > DateTimeOffset.MaxValue.AddYears(-1);

    internal static string? Why(IdentityResult result) => result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Description));

    private static string? Check(string name, string role, int capacity) => (name.Trim().Length, capacity) switch
    {
        (0 or > 100, _) => "A name has 1 to 100 characters.",
        (_, < 1 or > 50) => "The capacity is 1 to 50 conversations.",
        _ => WorkerRoles.All.Contains(role) ? null : $"'{role}' is no role. Roles are {string.Join(", ", WorkerRoles.All)}.",
    };

    private async Task<bool> IsLastAdminAsync(string id) =>
        (await users.GetUsersInRoleAsync(WorkerRoles.Admin)).All(admin => admin.Id == id || IsDisabled(admin));
}
