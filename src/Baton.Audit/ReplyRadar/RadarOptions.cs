namespace Baton.Audit;

/// <summary>What a run of the Reply Radar needs besides its engagement.</summary>
/// <param name="Servers">How mail servers are reached.</param>
/// <param name="Ledger">What was written before, over all runs.</param>
/// <param name="Proof">Looks for proof of control.</param>
public sealed record RadarOptions(RadarServers Servers, WriteLedger Ledger, ControlProof Proof)
{
    /// <summary>The engagement's file, looked at before each mail: whoever is put on its stop list gets none from then on. <see langword="null"/> when there is none.</summary>
    public FileInfo? Engagement { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Now">When this was.</param>
/// <param name="Sent">Enquiries sent.</param>
/// <param name="Planned">Enquiries planned.</param>
/// <param name="Replied">Probes with a reply.</param>
/// <param name="Seen">Letters fetched from all mailboxes in this start, whether they belong to the run or not.</param>
/// <param name="Next">What is waited for: the time of the next act.</param>
public sealed record RadarProgress(DateTimeOffset Now, int Sent, int Planned, int Replied, int Seen, DateTimeOffset Next)
{
    /// <summary>Why nothing is sent though something is due; <see langword="null"/> when nothing holds it.</summary>
    public string? Held { get; init; }
}
