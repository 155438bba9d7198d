using System.Net;
using System.Net.Sockets;
using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Baton.Desk;

/// <summary>The desk's registration.</summary>
public static class DeskRegistration
{
    /// <summary>
    /// Adds conversations, agent, escalation, handoff and workforce. Needs the journal and the language room; the silo is set up
    /// by <see cref="UseDesk"/>.
    /// </summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeadlineOptions>().Bind(configuration.GetSection("Desk:Deadlines")).ValidateSection("Desk:Deadlines")
            .Validate(options => options.AgentResumes < options.AgentFails, "Desk:Deadlines:AgentResumes must be shorter than Desk:Deadlines:AgentFails.")
            .ValidateOnStart();
        services.AddOptions<HandoffOptions>().Bind(configuration.GetSection("Desk:Handoff")).ValidateSection("Desk:Handoff");
        services.AddSingleton<IValidateOptions<HandoffOptions>, HandoffOptionsValidator>();
        services.AddSingleton<HandoffTeams>();
        services.AddOptions<EscalationOptions>().Bind(configuration.GetSection("Desk:Escalation")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EscalationOptions>, EscalationOptionsValidator>();
        services.AddSingleton(provider => new RiskReader(
            provider.GetRequiredService<IOptions<LanguageOptions>>(), provider.GetRequiredService<IOptions<EscalationOptions>>().Value.ExpectedFailures));
        services.AddSingleton<TeamThresholds>();
        services.AddSingleton<RiskAssessor>();
        services.AddSingleton(provider => new ThresholdDesk(
            provider.GetRequiredService<IKeptValues>(), provider.GetRequiredService<TeamThresholds>(), provider.GetRequiredService<IOptions<EscalationOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PastConversations>();
        services.AddHostedService<ThresholdFollower>();
        services.AddWorkforce(configuration);
        services.AddOptions<ClusterOptions>().Bind(configuration.GetSection(ClusterOptions.Section)).ValidateSection(ClusterOptions.Section);
        services.AddSingleton<IValidateOptions<ClusterOptions>>(new ClusterOptionsValidator(configuration));

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Notices>();
        services.AddSingleton<EligibilityPolicy>();
        services.AddSingleton<WaitBook>();
        services.AddSingleton<Wall>();
        services.AddSingleton<IWall>(provider => provider.GetRequiredService<Wall>());
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<WaitEstimator>();
        services.AddSingleton<AnswerChoices>();
        services.AddSingleton<IConversations, GrainConversations>();
        services.AddSingleton<IProtection, Protection>();
        services.AddSingleton<IGoodwill, Goodwill>();
        services.AddSingleton(provider => new NextSteps(
            provider.GetRequiredService<IJournal>(), provider.GetRequiredService<IGoodwill>(), provider.GetRequiredService<Func<ProcedureSet>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddOptions<IntakeOptions>().Bind(configuration.GetSection("Desk:Intake")).ValidateSection("Desk:Intake");
        services.AddOptions<GoodwillOptions>().Bind(configuration.GetSection("Desk:Goodwill")).ValidateSection("Desk:Goodwill");
        services.AddOptions<RetrialOptions>().Bind(configuration.GetSection("Desk:Retrial")).ValidateSection("Desk:Retrial");
        services.AddSingleton<Retrials>();
        services.AddAgent(configuration);
        services.AddChannels(configuration);
        services.AddHostedService<LogFollower>();
        services.AddHostedService<DeadlineService>();
        services.AddHostedService<PromiseKeeper>();
        return services;
    }

    /// <summary>Sets up the silo: alone on this machine, or in a cluster on PostgreSQL when <c>Desk:Cluster:Enabled</c> is true.</summary>
    public static IHostApplicationBuilder UseDesk(this IHostApplicationBuilder builder)
    {
        builder.UseOrleans(silo =>
        {
            if (builder.Configuration.GetValue<bool>($"{ClusterOptions.Section}:{nameof(ClusterOptions.Enabled)}")) silo.UseCluster(builder.Configuration);
            else UseAlone(silo);
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionAge = TimeSpan.FromMinutes(2);
                options.CollectionQuantum = TimeSpan.FromSeconds(30);
            });
        });
        return builder;
    }

    /// <summary>Alone, the silo talks to nobody: any free port does, and several Batons fit on one machine.</summary>
    private static void UseAlone(ISiloBuilder silo)
    {
        var port = FreePort();
        silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
        silo.ConfigureEndpoints(IPAddress.Loopback, port, gatewayPort: 0);

        // There is nobody to be declared dead by, but a machine that slept would declare itself dead and end the program.
        silo.Configure<ClusterMembershipOptions>(options => options.LivenessEnabled = false);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
