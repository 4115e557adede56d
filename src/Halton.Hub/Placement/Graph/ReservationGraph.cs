using GraphQL;
using Halton.Hub.CareHomes;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>That a bed is held for a person. FHIR: Task.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ReservationGraph(ReservationState state, PlacementWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "Reservation";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, state.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: Task.id.</summary>
    public Guid ReservationId => state.Id;

    /// <summary>The hub's id of the assessment. FHIR: Task.reasonReference.</summary>
    public Guid AssessmentId => state.AssessmentId;

    /// <summary>The hub's id of the discharge. FHIR: Task.encounter.</summary>
    public Guid DischargeId => state.StayId;

    /// <summary>The hub's id of the home, a UUID. FHIR: Task.owner.</summary>
    public Guid CareHomeId => state.HomeId;

    /// <summary>CQC location id of the home.</summary>
    public string LocationId => state.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => state.HomeName;

    /// <summary>Hub code system bed-type.</summary>
    public CodingGraph BedType => words.Code(CareHomeCodes.BedType, state.BedType)!;

    /// <summary>The hub's own number of the bed among those of its kind, from 1; no room number.</summary>
    public int BedNumber => state.BedNumber;

    /// <summary>held, released, expired or admitted. FHIR: Task.businessStatus.</summary>
    public string State => state.State;

    /// <summary>Since when the bed is held. FHIR: Task.executionPeriod.start.</summary>
    public DateTimeOffset HeldAt => state.HeldAt;

    /// <summary>Until when, by the clock of the database. FHIR: Task.restriction.period.end.</summary>
    public DateTimeOffset HeldUntil => state.HeldUntil;

    /// <summary>Until when it can be extended at most.</summary>
    public DateTimeOffset LongestUntil => state.LongestUntil;

    /// <summary>When it ended; absent while the bed is held. FHIR: Task.executionPeriod.end.</summary>
    public DateTimeOffset? EndedAt => state.EndedAt;

    /// <summary>Why it was let go, hub code system bed-release-reason.</summary>
    public CodingGraph? ReleaseReason => words.Code(PlacementCodes.ReleaseReason, state.ReleaseReason);

    /// <summary>Code of the organisation of trusted assessors. FHIR: Task.requester.</summary>
    public string Assessor => state.Assessor;

    /// <summary>Code of the council where the person lives; absent when it takes no part in the hub.</summary>
    public string? Council => state.Council;

    /// <summary>Code of the trust where the person is.</summary>
    public string Trust => state.Trust;

    /// <summary>Changes with every change.</summary>
    public string Etag => state.Etag;

    /// <summary>Moment of the latest change. FHIR: Task.lastModified.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
