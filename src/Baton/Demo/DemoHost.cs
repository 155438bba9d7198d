using System.Security.Cryptography;
using Baton.Web;
using Shop;

namespace Baton;

/// <summary>The demo: the sample shop and the desk in one process, each on its own port, talking as two organisations' systems would.</summary>
internal sealed class DemoHost(int port, int shopPort, DirectoryInfo folder, int customers, IReadOnlyList<string> settings)
{
    private readonly string _baton = $"http://localhost:{port}";
    private readonly string _shop = $"http://localhost:{shopPort}";

    // Made at every start: the demo's shop and desk get them from here, and nobody else needs them.
    private readonly string _identitySecret = RandomNumberGenerator.GetHexString(64, lowercase: true);
    private readonly string _toolKey = RandomNumberGenerator.GetHexString(64, lowercase: true);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        await using var shop = ShopHost.Build(
            new ShopOptions
            {
                Urls = _shop,
                DatabasePath = Path.Combine(folder.FullName, "shop.db"),
                Key = _toolKey,
                BatonUrl = _baton,
                IdentitySecret = _identitySecret,
            },
            TimeProvider.System);
        await shop.StartAsync(cancellationToken);

        var builder = BatonHost.CreateBuilder(settings, Defaults());
        if (customers > 0)
        {
            var identities = shop.Services.GetRequiredService<IdentityTokens>();
            builder.Services.AddSimulatedCustomers(new(new Uri(_baton), customers, identities.ForSimulated));
        }

        await using var app = BatonHost.Build(builder);
        await app.StartAsync(cancellationToken);
        await DemoAccounts.SeedAsync(app.Services, cancellationToken);
        await Console.Out.WriteLineAsync(Welcome());
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private string Welcome() =>
        $"""

        Baton is ready.

          The shop, where customers chat   {_shop}
          The worker console               {_baton}/console
            sign in as                     {string.Join(", ", DemoAccounts.All.Select(account => $"{account.Email} ({account.Role})"))}
            password                       {DemoAccounts.Password}
          The API                          {_baton}/api

        Ctrl+C stops it. Everything is kept in {folder.FullName}.
        """;

    private Dictionary<string, string?> Defaults() => new()
    {
        ["Urls"] = _baton,
        ["Journal:DataFolder"] = folder.FullName,
        ["Web:Identity:Secret"] = _identitySecret,
        ["Web:AllowedOrigins:0"] = _shop,
        ["Desk:Handoff:OffersCallback"] = "true",
        ["Agent:ProceduresFolder"] = Path.Combine(AppContext.BaseDirectory, "procedures"),
        ["Agent:ToolServers:0:Name"] = "shop",
        ["Agent:ToolServers:0:Url"] = $"{_shop}/mcp",
        ["Agent:ToolServers:0:Key"] = _toolKey,
    };
}
