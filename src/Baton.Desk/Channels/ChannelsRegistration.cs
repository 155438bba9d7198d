using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

internal static class ChannelsRegistration
{
    /// <summary>Adds mail as a channel. Section <c>Mail</c>.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<LetterThreads>();
        services.AddSingleton<LetterFiles>();
        services.AddSingleton<AnswerCap>();
        services.AddSingleton<IncomingLetters>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<ILetterDesk, LetterDesk>();
        services.AddHostedService<MailService>();
        return services;
    }
}
