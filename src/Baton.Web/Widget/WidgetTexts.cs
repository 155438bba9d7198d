using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>The widget's words: those that ship with it, and those of the installation's own folder.</summary>
internal static partial class WidgetTexts
{
    /// <summary>The words of a file in the installation's folder over those that ship, if there are any.</summary>
    public static byte[] Merge(byte[]? shipped, byte[] own)
    {
        var words = shipped is null ? [] : Read(shipped);
        foreach (var (key, text) in Read(own)) words[key] = text;
        return JsonSerializer.SerializeToUtf8Bytes(words, WidgetTextsJson.Default.DictionaryStringString);
    }

    public static Dictionary<string, string> Read(byte[] json) =>
        JsonSerializer.Deserialize(json, WidgetTextsJson.Default.DictionaryStringString) ?? throw new JsonException("It is null.");

    public static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal);

    public static bool IsLocale(FileInfo file) => Locale().IsMatch(Path.GetFileNameWithoutExtension(file.Name));

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Locale();
}

/// <summary>All that is wrong with the installation's texts, found at start.</summary>
internal sealed class WidgetOptionsValidator : IValidateOptions<WidgetOptions>
{
    public ValidateOptionsResult Validate(string? name, WidgetOptions options)
    {
        if (options.TextsFolder is not { } folder) return ValidateOptionsResult.Success;
        if (!Directory.Exists(folder))
            return ValidateOptionsResult.Fail($"Web:Widget:TextsFolder is '{folder}', which is not a folder. Make it, or leave the setting out.");
        var mistakes = WidgetTexts.Files(folder).Select(Mistake).OfType<string>().ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static string? Mistake(FileInfo file)
    {
        if (!WidgetTexts.IsLocale(file))
            return $"Web:Widget:TextsFolder holds {file.Name}; a file there is named after a language, such as it.json or pt-BR.json.";
        try
        {
            WidgetTexts.Read(File.ReadAllBytes(file.FullName));
            return null;
        }
        catch (JsonException wrong)
        {
            return $"{file.FullName} is not one JSON object of key and words: {wrong.Message}";
        }
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WidgetTextsJson : JsonSerializerContext;
