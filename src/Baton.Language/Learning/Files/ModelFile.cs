using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Baton.Language;

/// <summary>
/// A trained model as a file: <c>BATONMDL</c>, a version (2 bytes, little endian), the SHA-256 of what follows, and, packed with
/// Brotli, the model: names and settings, then for each feature that has weights its number (as distance from the one before) and one
/// signed byte a class, to be multiplied by the class's scale. Rows that round to zero are left out.
/// </summary>
internal static class ModelFile
{
    private const ushort Version = 1;
    private const int MostUnpacked = 256 << 20;
    private const int HeaderLength = 8 + 2 + 32;

    private static ReadOnlySpan<byte> Magic => "BATONMDL"u8;

    public static void Write(TrainedModel model, Stream target)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
            ModelWriter.Write(model, writer);
        var content = packed.ToArray();
        Span<byte> version = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(version, Version);
        target.Write(Magic);
        target.Write(version);
        target.Write(SHA256.HashData(content));
        target.Write(content);
    }

    /// <exception cref="InvalidDataException">It is no model, of another version, or damaged; the message says which.</exception>
    public static TrainedModel Read(Stream source)
    {
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        var bytes = copy.ToArray();
        if (bytes.Length < HeaderLength || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
            throw new InvalidDataException("This is no Baton model file.");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        if (version != Version)
            throw new InvalidDataException($"The model file has version {version}; this program reads version {Version}. Train it again with this program.");
        if (!SHA256.HashData(bytes.AsSpan(HeaderLength)).AsSpan().SequenceEqual(bytes.AsSpan(10, 32)))
            throw new InvalidDataException("The model file is damaged: its content does not fit its checksum.");
        using var content = new MemoryStream(MostUnpacked >= bytes.Length ? Unpack(bytes) : throw new InvalidDataException("The model file is too large."));
        using var reader = new BinaryReader(content);
        try
        {
            return ModelReader.Read(reader);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The model file ends too early.", exception);
        }
    }

    private static byte[] Unpack(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = brotli.Read(buffer)) > 0;)
        {
            if (content.Length + read > MostUnpacked)
                throw new InvalidDataException("The model file unpacks to more than a model can hold.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
