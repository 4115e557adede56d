namespace Halton.Hub.CareHomes.Homes;

/// <summary>That two registrations are of one home: CQC gives a home that is registered anew another location id. Source: CQC relationships.</summary>
public sealed class Succession
{
    /// <summary>The home that CQC said it of.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id of the other registration.</summary>
    public required string RelatedLocationId { get; init; }

    /// <summary>"predecessor" or "successor": what the other one is.</summary>
    public required string Kind { get; init; }
}
