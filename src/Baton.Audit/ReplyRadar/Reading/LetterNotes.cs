namespace Baton.Audit;

/// <summary>Reads each letter of a run once, however often its journal is folded.</summary>
/// <param name="record">The run.</param>
internal sealed class LetterNotes(RadarRecord record)
{
    private readonly Dictionary<(string Sha256, string Probe), LetterNote> _known = [];

    /// <summary>The run as it stands.</summary>
    public RadarState State() => RadarState.Of(record.Events, Note) ?? throw new RadarException($"The run in {record.Folder.FullName} has no plan.");

    private LetterNote Note(LetterCame came, ProbePlan probe)
    {
        if (_known.TryGetValue((came.Sha256, probe.Key), out var note)) return note;
        return _known[(came.Sha256, probe.Key)] = LetterNote.Read(record.Raw(came.Sha256), came, probe.Enquiry);
    }
}
