using System.Text.Json.Serialization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Offers;

/// <summary>Which offers a list shows; all that are given must hold.</summary>
public sealed record OfferFilter
{
    /// <summary>Any of these states; none means those that stand: offered, accepted.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The hub's id of a discharge.</summary>
    public string? DischargeId { get; init; }

    /// <summary>The hub's id of a home, or CQC location id.</summary>
    public string? CareHome { get; init; }

    /// <summary>The person, and when.</summary>
    [JsonInclude]
    internal RecordNarrowing Narrowed { get; init; } = new();
}
