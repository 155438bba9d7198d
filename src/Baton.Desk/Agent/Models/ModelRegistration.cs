using Baton.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Desk;

/// <summary>Registers the interpreters: the embedded one alone, or behind a model when one is configured.</summary>
internal static class ModelRegistration
{
    public static void AddAgentModels(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var embedded = provider.GetRequiredService<IInterpreter>();
            return new AgentInterpreters(embedded, embedded);
        });
        services.AddSingleton<IReplyPhraser, PlainPhraser>();
    }
}
