using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Language;

/// <summary>Registers the room.</summary>
public static class LanguageRegistration
{
    /// <summary>
    /// Adds the <see cref="ReplyJudge"/> and the embedded interpreter, as <see cref="IInterpreter"/> and as <see cref="EmbeddedInterpreter"/>, one for the program. Another
    /// interpreter registered later comes before it for who asks for <see cref="IInterpreter"/>; it stays available by its type.
    /// <see cref="LanguageOptions"/> are validated at start.
    /// </summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LanguageOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageOptions>, LanguageOptionsValidator>());
        services.TryAddSingleton(provider => new EmbeddedInterpreter(provider.GetRequiredService<IOptions<LanguageOptions>>()));
        services.TryAddSingleton<IInterpreter>(provider => provider.GetRequiredService<EmbeddedInterpreter>());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LanguageOptions>>().Value.ModelsFolder is { Length: > 0 } folder ? ReplyJudge.FromFolder(folder) : ReplyJudge.Shipped);
        return services;
    }
}
