using System.ClientModel;
using System.ClientModel.Primitives;
using Baton.Language;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Baton.Desk;

/// <summary>Registers the interpreters: the embedded one alone, or behind a model when one is configured.</summary>
internal static class ModelRegistration
{
    /// <summary>The name of the HTTP client that reaches the model.</summary>
    public const string HttpClientName = "agent-model";

    public static void AddAgentModels(this IServiceCollection services)
    {
        services.AddHttpClient(HttpClientName).ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton<ModelCircuit>();
        services.AddSingleton(Interpreters);
        services.AddSingleton(Phraser);
    }

    private static AgentInterpreters Interpreters(IServiceProvider provider)
    {
        var embedded = provider.GetRequiredService<IInterpreter>();
        var options = provider.GetRequiredService<IOptions<AgentOptions>>().Value.Model;
        if (options.Endpoint is null) return new(embedded, embedded);
        var model = new ModelInterpreter(Client(provider, options), options, provider.GetRequiredService<TimeProvider>());
        return new(new FallbackInterpreter(model, embedded, provider.GetRequiredService<ModelCircuit>(), provider.GetRequiredService<ILogger<FallbackInterpreter>>()), embedded);
    }

    private static IReplyPhraser Phraser(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AgentOptions>>().Value.Model;
        return options is { Endpoint: not null, Phrases: true }
            ? new ModelPhraser(Client(provider, options), options, provider.GetRequiredService<ModelCircuit>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelPhraser>>())
            : new PlainPhraser();
    }

    // One try: a second one would be longer than the customer waits, and the embedded interpreter is there.
    private static IChatClient Client(IServiceProvider provider, ModelOptions options) =>
        new OpenAIClient(
            new ApiKeyCredential(options.Key is { Length: > 0 } key ? key : "none"),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                RetryPolicy = new ClientRetryPolicy(0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
                Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName)),
            }).GetChatClient(options.Name).AsIChatClient();
}
