using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Audit;

/// <summary>Chance that a seed fixes, on every machine and in every version: the randomisation can be written down beforehand and checked afterwards.</summary>
internal static class SeededChance
{
    /// <summary>A number from 0 (inclusive) to 1 (exclusive) for a purpose.</summary>
    public static double Share(long seed, string purpose) => (Bits(seed, purpose) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The items in an order by chance.</summary>
    public static IReadOnlyList<T> Shuffle<T>(long seed, string purpose, IEnumerable<T> items) =>
        [.. items.Select((item, index) => (Item: item, Place: Bits(seed, $"{purpose}/{index}"))).OrderBy(pair => pair.Place).Select(pair => pair.Item)];

    /// <summary>Letters and digits without those that are taken for one another.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="length">At most 32.</param>
    public static string Word(long seed, string purpose, int length)
    {
        const string alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
        return string.Concat(Hash(seed, purpose).Take(length).Select(value => alphabet[value % alphabet.Length]));
    }

    private static ulong Bits(long seed, string purpose) => BinaryPrimitives.ReadUInt64BigEndian(Hash(seed, purpose));

    private static byte[] Hash(long seed, string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{purpose}"));
}
