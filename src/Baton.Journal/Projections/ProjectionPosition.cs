namespace Baton.Journal;

/// <summary>How far the projections have read, for those who wait for it in this process.</summary>
internal sealed class ProjectionPosition
{
    public Watermark Mark { get; } = new();
}
