using System.Text.Json.Serialization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Which assessments a list shows; all that are given must hold.</summary>
public sealed record AssessmentFilter
{
    /// <summary>The hub's id of a discharge.</summary>
    public string? DischargeId { get; init; }

    /// <summary>Whether only those that were assessed anew, or only those that were not.</summary>
    [JsonInclude]
    internal bool? Amended { get; init; }

    /// <summary>Only those that can be offered on now: current and in date.</summary>
    public bool UsableOnly { get; init; }

    /// <summary>The person, and when.</summary>
    [JsonInclude]
    internal RecordNarrowing Narrowed { get; init; } = new();
}
