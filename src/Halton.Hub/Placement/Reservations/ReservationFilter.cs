namespace Halton.Hub.Placement.Reservations;

/// <summary>Which reservations a list shows; all that are given must hold.</summary>
public sealed record ReservationFilter
{
    /// <summary>The hub's id of a discharge.</summary>
    public string? DischargeId { get; init; }

    /// <summary>The hub's id of a home, or CQC location id.</summary>
    public string? CareHome { get; init; }

    /// <summary>Also those that have ended.</summary>
    public bool IncludeEnded { get; init; }
}
