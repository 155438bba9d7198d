using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton;

/// <summary>The journal alone, for commands that work on the store while no server runs.</summary>
internal static class StoreServices
{
    public static ServiceProvider Create(IReadOnlyList<string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables("BATON_")
            .AddCommandLine([.. settings])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddJournal(configuration);
        var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return provider;
    }
}
