using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.Placement.Standing;

/// <summary>A placement as calls and events tell it.</summary>
public sealed record PlacementState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the council that placed.</summary>
    public required string Council { get; init; }

    /// <summary>The council's own reference.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Ten digits; null when the council has none.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>Whether the home lies outside the council's area.</summary>
    public required bool OutOfBorough { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>A code of out-of-area-reason.</summary>
    public string? OutOfAreaReason { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>A code of placement-end-reason.</summary>
    public string? EndReason { get; init; }

    /// <summary>Day on which the host authority was told.</summary>
    public DateOnly? HostNotifiedOn { get; init; }

    /// <summary>Day of the latest review.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>Day by which the next review is due.</summary>
    public required DateOnly ReviewDue { get; init; }

    /// <summary>The stay in hospital that it came from.</summary>
    public Guid? StayId { get; init; }

    /// <summary>When the person left hospital for the home; told as it happens, and not kept.</summary>
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>The assessment that it rests on.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>The offer that the home accepted.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>A placement as it stands.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="home">Its home.</param>
    /// <param name="area">GSS code of the council's area.</param>
    internal static PlacementState Of(StandingPlacement placement, CareHome home, string? area) => new()
    {
        Id = placement.Id,
        Council = placement.Council,
        CaseReference = placement.CaseReference,
        NhsNumber = placement.NhsNumber,
        HomeId = home.Id,
        LocationId = home.LocationId,
        HomeName = home.Name,
        OutOfBorough = home.LiesOutside(area),
        BedType = placement.BedType,
        OutOfAreaReason = placement.OutOfAreaReason,
        StartedOn = placement.StartedOn,
        EndedOn = placement.EndedOn,
        EndReason = placement.EndReason,
        HostNotifiedOn = placement.HostNotifiedOn,
        ReviewedOn = placement.ReviewedOn,
        ReviewDue = placement.ReviewDue,
        StayId = placement.StayId,
        AssessmentId = placement.AssessmentId,
        OfferId = placement.OfferId,
        Etag = placement.Etag,
        ChangedAt = placement.ChangedAt,
    };
}
