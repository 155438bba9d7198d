namespace Baton;

/// <summary>What one simulated customer came for and how they behave.</summary>
internal sealed record SimulatedScript
{
    /// <summary>For the log.</summary>
    public required string Name { get; init; }

    /// <summary>The shop's customer they are; null for somebody who is not signed in.</summary>
    public string? Customer { get; init; }

    public required string Locale { get; init; }

    public required SimulatedTemperament Temperament { get; init; }

    /// <summary>What they came to say: the first opens, the others follow the answers.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    /// <summary>The matter in a few words, for when they were not understood.</summary>
    public required string Shorter { get; init; }

    /// <summary>The order's number, told when it is asked for; null when they do not know it.</summary>
    public string? Order { get; init; }

    /// <summary>What they take when they are offered choices: a part of its label.</summary>
    public string? Takes { get; init; }

    /// <summary>False: at the moment of truth they say no, so that the demo's orders stay as they are.</summary>
    public bool Confirms { get; init; }

    /// <summary>They want a person and nobody else.</summary>
    public bool WantsPerson { get; init; }

    /// <summary>After the first answer they are gone and say nothing.</summary>
    public bool LeavesSilently { get; init; }

    /// <summary>The same person comes again with this; null when they do not.</summary>
    public SimulatedScript? Again { get; init; }
}

/// <summary>How somebody is.</summary>
/// <param name="Pace">1 is a usual writer; 2 takes twice as long.</param>
/// <param name="Patience">How long they wait for something to happen before they say something, and again before they go.</param>
/// <param name="Mood">Their rating when everything went well, 1 to 5.</param>
/// <param name="MisunderstandingsBorne">How often they may be misunderstood before they ask for a person.</param>
internal sealed record SimulatedTemperament(double Pace, TimeSpan Patience, int Mood, int MisunderstandingsBorne)
{
    public static SimulatedTemperament Patient { get; } = new(1.3, TimeSpan.FromMinutes(8), 5, 2);

    public static SimulatedTemperament Hurried { get; } = new(0.6, TimeSpan.FromMinutes(3), 4, 1);

    public static SimulatedTemperament Furious { get; } = new(0.8, TimeSpan.FromMinutes(4), 3, 0);

    public static SimulatedTemperament Confused { get; } = new(1.8, TimeSpan.FromMinutes(10), 4, 2);
}
