using Baton.Audit;
using Baton.Desk;
using Baton.Journal;
using Baton.Language;
using Baton.Web;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Baton;

/// <summary>Puts the rooms together. Everything that can be set comes from configuration: appsettings.json, environment, command line.</summary>
internal static class BatonHost
{
    // What an operator must act on; the rest is a setting away.
    private static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Orleans"] = "Error",
        ["Logging:LogLevel:Polly"] = "Error",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:ModelContextProtocol"] = "Warning",
    };

    /// <summary>The whole program, ready to start.</summary>
    /// <param name="settings">Command-line settings such as <c>--Journal:Engine=PostgreSql</c>; they win over everything else.</param>
    /// <param name="defaults">What a command sets where nobody else does.</param>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> settings, IReadOnlyDictionary<string, string?> defaults)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BatonHost).Assembly.GetName().Name,
            // Beside the program, wherever it is started: the working directory is where the data is.
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            // Settings are checked at start and hold until the end. Watching the folder of appsettings.json would watch the log in it too.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [.. QuietLogs, .. defaults] });
        builder.Configuration.AddEnvironmentVariables("BATON_");
        builder.Configuration.AddCommandLine([.. settings]);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.QuietStart();
        builder.Services.AddJournal(builder.Configuration);
        builder.Services.AddLanguage();
        builder.Services.Configure<LanguageOptions>(builder.Configuration.GetSection(LanguageOptions.Section));
        builder.Services.AddDesk(builder.Configuration);
        builder.Services.AddAuditArchive(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddHealthChecks();
        builder.AddTelemetry();
        builder.UseDesk();
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();

        // Before any service is made that needs its options, so that all mistakes are found at once.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapWeb();
        app.MapHealth();
        return app;
    }

    /// <summary>Runs until stopped. Wrong settings are all reported at once, each with what to do, and end the program with 2.</summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception wrong) when (WrongSettings(wrong) is { Count: > 0 } settings)
        {
            await Console.Error.WriteLineAsync("Baton cannot start with these settings:");
            foreach (var setting in settings) await Console.Error.WriteLineAsync($"  - {setting}");
            return 2;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or UserMistakeException or ProceduresInvalidException or JournalUnavailableException or ImportException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static IReadOnlyList<string> WrongSettings(Exception wrong) => wrong switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(invalid => invalid.Failures)],
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unreadable when unreadable.Message.Contains(nameof(JournalEngine), StringComparison.Ordinal) =>
            [$"{unreadable.Message} Set it to {string.Join(" or ", Enum.GetNames<JournalEngine>())}."],
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unreadable => [unreadable.Message],
        _ => [],
    };

    /// <summary>What fails while starting is told once, in plain words, by <see cref="RunAsync"/>; the host's own report comes back afterwards.</summary>
    private static void QuietStart(this WebApplicationBuilder builder)
    {
        var isStarted = false;
        builder.Services.AddOptions<HostOptions>().Configure<IHostApplicationLifetime>((_, lifetime) => lifetime.ApplicationStarted.Register(() => isStarted = true));
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isStarted && level >= LogLevel.Information);
    }
}

/// <summary>Something the person at the command line can put right; the message says how.</summary>
internal sealed class UserMistakeException(string message) : Exception(message);
