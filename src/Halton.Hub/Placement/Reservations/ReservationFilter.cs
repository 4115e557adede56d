using System.Text.Json.Serialization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Which reservations a list shows; all that are given must hold.</summary>
public sealed record ReservationFilter
{
    /// <summary>The hub's id of a discharge.</summary>
    public string? DischargeId { get; init; }

    /// <summary>The hub's id of a home, or CQC location id.</summary>
    public string? CareHome { get; init; }

    /// <summary>Any of these states, as the clock of the database has them; none means as the next one says.</summary>
    [JsonInclude]
    internal IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Also those that have ended.</summary>
    public bool IncludeEnded { get; init; }

    /// <summary>The person, and when.</summary>
    [JsonInclude]
    internal RecordNarrowing Narrowed { get; init; } = new();
}
