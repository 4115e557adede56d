using Halton.Hub.Data;

namespace Halton.Hub.Discharge;

/// <summary>What the slice tells of its changes.</summary>
internal static class DischargeEvents
{
    /// <summary>A stay was opened.</summary>
    public const string Admitted = "discharge.admitted";

    /// <summary>The criteria to reside were reviewed.</summary>
    public const string CriteriaReviewed = "discharge.criteria-reviewed";

    /// <summary>A pathway was assigned.</summary>
    public const string PathwayAssigned = "discharge.pathway-assigned";

    /// <summary>The person has left.</summary>
    public const string Confirmed = "discharge.confirmed";

    /// <summary>The discharge was cancelled.</summary>
    public const string Cancelled = "discharge.cancelled";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } =
        new[] { Admitted, CriteriaReviewed, PathwayAssigned, Confirmed, Cancelled }.ToDictionary(kind => kind, _ => typeof(DischargeStatus));

    /// <summary>Tells of a change and answers with the status that it left.</summary>
    public static DischargeStatus Tell(this Save save, string kind, DischargeStatus status)
    {
        save.Tell(kind, status.Id, "discharge.audience", status with { Warnings = [] });
        return status;
    }
}
