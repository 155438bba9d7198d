using Baton.Web;

namespace Baton;

/// <summary>The program's services without starting it: accounts may be changed while a server runs.</summary>
internal static class AccountServices
{
    public static async Task<WebApplication> CreateAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        var app = BatonHost.CreateBuilder(settings, new Dictionary<string, string?>()).Build();
        await app.Services.PrepareAccountsAsync(cancellationToken);
        return app;
    }
}
