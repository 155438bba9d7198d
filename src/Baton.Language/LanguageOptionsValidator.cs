using Microsoft.Extensions.Options;

namespace Baton.Language;

/// <summary>Refuses a folder of models that cannot be used, before the first customer writes.</summary>
internal sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        if (string.IsNullOrEmpty(options.ModelsFolder))
            return ValidateOptionsResult.Success;
        if (!Directory.Exists(options.ModelsFolder))
            return ValidateOptionsResult.Fail($"{LanguageOptions.Section}:{nameof(LanguageOptions.ModelsFolder)} names {options.ModelsFolder}, which is no folder.");
        try
        {
            MessageModels.LoadFolder(options.ModelsFolder);
            ReplyModels.LoadFolder(options.ModelsFolder);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException exception)
        {
            return ValidateOptionsResult.Fail($"{LanguageOptions.Section}:{nameof(LanguageOptions.ModelsFolder)} names {options.ModelsFolder}: {exception.Message}");
        }
    }
}
