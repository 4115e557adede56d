using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.Placement.Reservations;

/// <summary>A reservation as calls and events tell it.</summary>
public sealed record ReservationState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>The hub's own number of the bed.</summary>
    public required int BedNumber { get; init; }

    /// <summary>held, released, expired or admitted.</summary>
    public required string State { get; init; }

    /// <summary>Since when the bed is held.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>Until when it can be extended at most.</summary>
    public required DateTimeOffset LongestUntil { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>A code of bed-release-reason.</summary>
    public string? ReleaseReason { get; init; }

    /// <summary>Code of the organisation of trusted assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Code of the council; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>A reservation as it stands.</summary>
    internal static ReservationState Of(BedReservation r, BedHold hold, CareHome home) => new()
    {
        Id = r.Id,
        AssessmentId = r.AssessmentId,
        StayId = r.StayId,
        HomeId = home.Id,
        LocationId = home.LocationId,
        HomeName = home.Name,
        BedType = r.BedType,
        BedNumber = hold.BedNumber,
        State = hold.State,
        HeldAt = hold.HeldAt,
        HeldUntil = hold.HeldUntil,
        LongestUntil = r.LongestUntil,
        EndedAt = hold.EndedAt,
        ReleaseReason = r.ReleaseReason,
        Assessor = r.Assessor,
        Council = r.Council,
        Trust = r.Trust,
        Etag = r.Etag,
        ChangedAt = r.ChangedAt,
    };
}
