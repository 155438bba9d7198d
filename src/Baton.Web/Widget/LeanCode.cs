using System.Text;
using System.Text.RegularExpressions;
using NUglify;
using NUglify.JavaScript;

namespace Baton.Web;

/// <summary>Makes the widget's scripts and styles small, once, when Baton starts.</summary>
internal static partial class LeanCode
{
    /// <summary>The widget's modules, each after those it imports; together they are the last one.</summary>
    private static readonly string[] Modules = ["dom.js", "texts.js", "link.js", "store.js", "conversation.js", "answers.js", "rating.js", "composer.js", "log.js", "panel.js", "chat.js"];

    /// <summary>Puts all modules into the one that begins the widget: one request instead of a chain of eleven.</summary>
    public static void Bundle(Dictionary<string, byte[]> files)
    {
        var together = new StringBuilder("(() => {\n");
        foreach (var module in Modules)
        {
            together.AppendLine(ExportWord().Replace(ImportLine().Replace(Encoding.UTF8.GetString(files[module]), ""), ""));
            files.Remove(module);
        }

        files[Modules[^1]] = Encoding.UTF8.GetBytes(together.Append("})();").ToString());
    }

    public static byte[] Script(string code) => Bytes(Uglify.Js(code, new CodeSettings()), ShortPrivateNames);

    public static byte[] Style(string code) => Bytes(Uglify.Css(code), small => small);

    private static byte[] Bytes(UglifyResult result, Func<string, string> then) => result.HasErrors
        ? throw new InvalidOperationException($"A file of the widget cannot be read: {string.Join(" ", result.Errors)}")
        : Encoding.UTF8.GetBytes(then(result.Code));

    /// <summary>Nothing outside a class can name its private members, so that they need no names that say something.</summary>
    private static string ShortPrivateNames(string code)
    {
        Dictionary<string, string> names = [];
        return PrivateName().Replace(code, match =>
        {
            if (!names.TryGetValue(match.Value, out var name)) names[match.Value] = name = "#" + Short(names.Count);
            return name;
        });
    }

    private static string Short(int number) => number < 26 ? $"{(char)('a' + number)}" : Short((number / 26) - 1) + Short(number % 26);

    [GeneratedRegex(@"^import .*$\n?", RegexOptions.Multiline, 1_000)]
    private static partial Regex ImportLine();

    [GeneratedRegex("^export ", RegexOptions.Multiline, 1_000)]
    private static partial Regex ExportWord();

    // As members stand in code: this.#name, get #name(), #name=value; a hash in a text stands after something else.
    [GeneratedRegex(@"(?<=[.;{} !])#[A-Za-z]\w*", RegexOptions.None, 1_000)]
    private static partial Regex PrivateName();
}
