using System.Globalization;

namespace Baton.LoadGenerator;

/// <summary>What to measure and for how long, from the command line: <c>--name value</c>.</summary>
internal sealed record Settings
{
    /// <summary>Rounds of the throughput measurement, in each of which every server has its turn.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Length of one stretch of load.</summary>
    public TimeSpan Stretch { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Conversations that write at the same time while throughput is measured.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [1, 64, 256];

    /// <summary>Servers whose throughput is measured: ceiling, sqlite, postgresql. Shares are of the ceiling, when it is among them.</summary>
    public IReadOnlyList<string> Servers { get; init; } = ["ceiling", "sqlite", "postgresql"];

    /// <summary>Conversations whose memory is measured.</summary>
    public int Idle { get; init; } = 10_000;

    /// <summary>Conversations in the store, each size after the one before.</summary>
    public IReadOnlyList<int> Stored { get; init; } = [1, 1_000, 100_000];

    /// <summary>Conversations that write while the growth is measured; 1 shows what a long conversation costs.</summary>
    public int Writing { get; init; } = 64;

    /// <summary>Live conversations on the wall.</summary>
    public IReadOnlyList<int> Live { get; init; } = [100, 1_000, 10_000];

    /// <summary>Parts to run: throughput, memory, growth, wall.</summary>
    public IReadOnlyList<string> Parts { get; init; } = ["throughput", "wall", "memory", "growth"];

    /// <summary>Where the numbers go, as JSON; nowhere when null.</summary>
    public string? Json { get; init; }

    public static Settings From(string[] words)
    {
        var settings = new Settings();
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            var value = words[i + 1];
            settings = words[i] switch
            {
                "--rounds" => settings with { Rounds = Number(value) },
                "--seconds" => settings with { Stretch = TimeSpan.FromSeconds(Number(value)) },
                "--sizes" => settings with { Sizes = Numbers(value) },
                "--servers" => settings with { Servers = value.Split(',') },
                "--idle" => settings with { Idle = Number(value) },
                "--stored" => settings with { Stored = Numbers(value) },
                "--writing" => settings with { Writing = Number(value) },
                "--live" => settings with { Live = Numbers(value) },
                "--parts" => settings with { Parts = value.Split(',') },
                "--json" => settings with { Json = value },
                _ => throw new ArgumentException($"{words[i]} is not known: --rounds, --seconds, --sizes, --servers, --idle, --stored, --writing, --live, --parts, --json.", nameof(words)),
            };
        }

        return settings;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int[] Numbers(string text) => [.. text.Split(',').Select(Number)];
}
