using GraphQL;
using Halton.Hub.CareHomes;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>That a person lives in a care home for a council. FHIR: EpisodeOfCare.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class PlacementGraph(PlacementState state, PlacementWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "Placement";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, state.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: EpisodeOfCare.id.</summary>
    public Guid PlacementId => state.Id;

    /// <summary>Code of the council that placed. FHIR: EpisodeOfCare.managingOrganization.</summary>
    public string Council => state.Council;

    /// <summary>The council's own reference of the case. FHIR: EpisodeOfCare.identifier.</summary>
    public string CaseReference => state.CaseReference;

    /// <summary>Ten digits; absent when the council has none. FHIR: EpisodeOfCare.patient.identifier.</summary>
    public string? NhsNumber => state.NhsNumber;

    /// <summary>The hub's id of the home, a UUID.</summary>
    public Guid CareHomeId => state.HomeId;

    /// <summary>CQC location id of the home.</summary>
    public string LocationId => state.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => state.HomeName;

    /// <summary>Whether the home lies outside the council's area.</summary>
    public bool OutOfBorough => state.OutOfBorough;

    /// <summary>The kind of bed that the person needs, hub code system bed-type. FHIR: EpisodeOfCare.type.</summary>
    public CodingGraph BedType => words.Code(CareHomeCodes.BedType, state.BedType)!;

    /// <summary>Why outside the borough, hub code system out-of-area-reason.</summary>
    public CodingGraph? OutOfAreaReason => words.Code(PlacementCodes.OutOfAreaReason, state.OutOfAreaReason);

    /// <summary>First day. FHIR: EpisodeOfCare.period.start.</summary>
    public DateOnly StartedOn => state.StartedOn;

    /// <summary>Last day; absent while the person lives there. FHIR: EpisodeOfCare.period.end.</summary>
    public DateOnly? EndedOn => state.EndedOn;

    /// <summary>Why it ended, hub code system placement-end-reason.</summary>
    public CodingGraph? EndReason => words.Code(PlacementCodes.EndReason, state.EndReason);

    /// <summary>Day on which the host authority was told.</summary>
    public DateOnly? HostNotifiedOn => state.HostNotifiedOn;

    /// <summary>Day of the latest review.</summary>
    public DateOnly? ReviewedOn => state.ReviewedOn;

    /// <summary>Day by which the next review is due.</summary>
    public DateOnly ReviewDue => state.ReviewDue;

    /// <summary>The hub's id of the discharge that it came from; absent for one that was recorded by itself.</summary>
    public Guid? DischargeId => state.StayId;

    /// <summary>The hub's id of the assessment that it rests on; absent for one that was recorded by itself.</summary>
    public Guid? AssessmentId => state.AssessmentId;

    /// <summary>The hub's id of the offer that the home accepted; absent for one that was recorded by itself.</summary>
    public Guid? OfferId => state.OfferId;

    /// <summary>Changes with every change.</summary>
    public string Etag => state.Etag;

    /// <summary>Moment of the latest change.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
