using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web.Tests;

public sealed class AccountsTests
{
    [Fact]
    public async Task An_account_with_a_role_and_a_passkey_and_the_token_keys_survive_a_restart()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("baton-accounts-");
        string token;
        await using (var first = await StartAsync(folder.FullName))
        {
            using var scope = first.Services.CreateScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<WorkerAccount>>();
            var account = new WorkerAccount { UserName = "mia", DisplayName = "Mia" };
            Assert.True((await users.CreateAsync(account, "Correct-horse-7")).Succeeded);
            Assert.True((await users.AddToRoleAsync(account, WorkerRoles.Lead)).Succeeded);
            var passkey = new UserPasskeyInfo([1, 2, 3], [4], DateTimeOffset.UnixEpoch, 0, [], true, true, true, [5], [6]);
            Assert.True((await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
            token = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("p").Protect("secret");
            await first.StopAsync(stop);
        }

        await using var second = await StartAsync(folder.FullName);
        using (var scope = second.Services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<WorkerAccount>>();
            var account = Assert.Single(await users.GetUsersInRoleAsync(WorkerRoles.Lead));
            Assert.Equal((5, "Mia"), (account.Capacity, account.ToActingWorker().Name));
            Assert.Single(await users.GetPasskeysAsync(account));
            Assert.Equal("secret", second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("p").Unprotect(token));
            var roles = await scope.ServiceProvider.GetRequiredService<AccountsContext>().Roles.CountAsync(stop);
            Assert.Equal(WorkerRoles.All.Count, roles);
        }

        await second.StopAsync(stop);
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Journal:DataFolder"] = folder });
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddIdentityCore<WorkerAccount>().AddRoles<IdentityRole>().AddEntityFrameworkStores<AccountsContext>();
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
