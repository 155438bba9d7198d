namespace Baton.Audit;

/// <summary>What binds the audited organisation, as far as the audit was told.</summary>
public sealed record DutyScope
{
    /// <summary>Countries by ISO 3166 code where it is established; empty for what the domain suggests.</summary>
    public IReadOnlyCollection<string> Countries { get; init; } = [];

    /// <summary>Whether it is an intermediary service under the DSA; <see langword="null"/> when nobody said.</summary>
    public bool? IsIntermediary { get; init; }

    /// <summary>Whether it sells to consumers at a distance; <see langword="null"/> when nobody said.</summary>
    public bool? SellsToConsumers { get; init; }

    /// <summary>Whether it offers goods or services to people in the EU, when it is established outside; <see langword="null"/> when nobody said.</summary>
    public bool? OffersInUnion { get; init; }

    /// <summary>Whether it is a basic service or a large company in Spain; <see langword="null"/> when nobody said.</summary>
    public bool? IsUnderSpanishServiceLaw { get; init; }
}

/// <summary>Everything one run of the Email Finder saw, before it is judged.</summary>
/// <param name="Home">Where it started.</param>
/// <param name="Pages">Pages.</param>
/// <param name="Routes">Routes.</param>
/// <param name="Domains">Domains of addresses, by name.</param>
/// <param name="Coverage">What was seen and what was not.</param>
/// <param name="Scope">What binds the organisation.</param>
/// <param name="At">When it was judged.</param>
internal sealed record Survey(Uri Home, IReadOnlyList<PageFacts> Pages, IReadOnlyList<Route> Routes, IReadOnlyDictionary<string, MailDomain> Domains, Coverage Coverage, DutyScope Scope, DateTimeOffset At)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);

    public string OwnDomain => SiteUrls.Bare(Home.IdnHost);

    public IEnumerable<Route> Emails => Routes.Where(route => route.Kind == RouteKind.Email);

    public IEnumerable<Route> Of(RouteKind kind) => Routes.Where(route => route.Kind == kind);

    public bool IsOwn(string domain) => domain == OwnDomain || domain.EndsWith("." + OwnDomain, StringComparison.Ordinal) || OwnDomain.EndsWith("." + domain, StringComparison.Ordinal);

    /// <summary>What is missing can only be told where everything was seen.</summary>
    public Verdict Missing => Coverage.IsComplete ? Verdict.NotEvidenced : Verdict.CouldNotTell;
}

/// <summary>How much of a site was seen: the other half of every "not found".</summary>
/// <param name="Read">Pages that were read.</param>
/// <param name="Failed">Pages that could not be had.</param>
/// <param name="Disallowed">Pages that robots.txt keeps away.</param>
/// <param name="Left">Pages known and not fetched because the limit was reached.</param>
/// <param name="Skipped">Pages left out as traps or too far away.</param>
/// <param name="NeedScripts">Pages that say little without scripts and were not rendered.</param>
/// <param name="Rendered">Pages that a browser rendered.</param>
/// <param name="Gaps">Pages among those out of reach that may name a way to the organisation.</param>
public sealed record Coverage(int Read, int Failed, int Disallowed, int Left, IReadOnlyList<SkippedPages> Skipped, int NeedScripts, int Rendered, int Gaps)
{
    /// <summary>Whether nothing that matters was out of reach: what was not found then was not where people look.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => Read > 0 && Gaps == 0 && (Failed + Disallowed + NeedScripts) * 5 <= Read;
}
