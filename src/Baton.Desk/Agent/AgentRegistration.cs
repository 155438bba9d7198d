using Baton.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Registers the agent.</summary>
internal static class AgentRegistration
{
    /// <summary>Adds <see cref="IAgent"/>, configured by the section <c>Agent</c>. The embedded interpreter comes from the language room.</summary>
    public static IServiceCollection AddAgent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AgentOptions>().Bind(configuration.GetSection("Agent")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(ToolServer.HttpClientName).ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton<IToolBox, ToolBox>();
        services.AddSingleton<AgentProcedures>();
        services.AddHostedService(provider => provider.GetRequiredService<AgentProcedures>());
        services.AddSingleton<AgentTexts>();
        services.TryAddSingleton(ReplyJudge.Shipped);
        services.AddHealthChecks().AddCheck<ToolServersHealthCheck>("tool-servers");
        services.AddAgentModels();
        services.AddSingleton<Func<ProcedureSet>>(provider => () => provider.GetRequiredService<AgentProcedures>().Current);
        services.AddSingleton<IAgent, CustomerAgent>();
        return services;
    }
}
