using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>A file of the widget as it goes out.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Plain">Its bytes.</param>
/// <param name="Brotli">The same, compressed.</param>
/// <param name="Gzip">The same, compressed for browsers that do not take Brotli here.</param>
/// <param name="Hash">Of its bytes.</param>
internal sealed record WidgetFile(string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip, string Hash);

/// <summary>
/// The widget's files, which lie in this assembly so that they are there however Baton is started. Scripts and styles are
/// written for people who read them; what travels to every customer is one module and one style sheet without comments, spaces and
/// long names.
/// </summary>
internal sealed class WidgetFiles
{
    private const string Prefix = "widget/";
    private readonly FrozenDictionary<string, WidgetFile> _files;

    public WidgetFiles(IOptions<WidgetOptions> options)
    {
        var sources = Shipped();
        if (options.Value.TextsFolder is { } folder) AddOwnTexts(sources, folder);
        Build = Hash([.. sources.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value)]);
        LeanCode.Bundle(sources);
        _files = sources.ToFrozenDictionary(file => file.Key, file => Make(file.Key, file.Value), StringComparer.Ordinal);
    }

    /// <summary>Changes when any of the files does.</summary>
    public string Build { get; }

    /// <summary>A file by its path below <c>/widget/</c>; null when there is none.</summary>
    public WidgetFile? Find(string path) => _files.GetValueOrDefault(path);

    private static Dictionary<string, byte[]> Shipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => ReadAll(assembly.GetManifestResourceStream(name)!), StringComparer.Ordinal);
    }

    private static void AddOwnTexts(Dictionary<string, byte[]> sources, string folder)
    {
        foreach (var file in WidgetTexts.Files(folder))
        {
            var path = $"texts/{file.Name}";
            sources[path] = WidgetTexts.Merge(sources.GetValueOrDefault(path), File.ReadAllBytes(file.FullName));
        }
    }

    private WidgetFile Make(string path, byte[] source)
    {
        var content = Path.GetExtension(path) switch
        {
            ".js" => LeanCode.Script(Encoding.UTF8.GetString(source).Replace("const build = '';", $"const build = '{Build}';", StringComparison.Ordinal)),
            ".css" => LeanCode.Style(Encoding.UTF8.GetString(source)),
            _ => source,
        };
        return new(
            ContentTypeOf(path),
            content,
            Compress(content, to => new BrotliStream(to, CompressionLevel.SmallestSize)),
            Compress(content, to => new GZipStream(to, CompressionLevel.SmallestSize)),
            Hash(content));
    }

    private static string ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        var other => throw new InvalidOperationException($"The widget has no files that end in {other}."),
    };

    private static byte[] Compress(byte[] content, Func<Stream, Stream> coding)
    {
        using var output = new MemoryStream();
        using (var compressed = coding(output)) compressed.Write(content);
        return output.ToArray();
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
