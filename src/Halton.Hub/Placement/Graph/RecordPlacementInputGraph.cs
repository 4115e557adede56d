using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to record a placement. FHIR: EpisodeOfCare.</summary>
public sealed class RecordPlacementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The council's own reference of the case, at most 50 characters, never a name.</summary>
    public required string CaseReference { get; init; }

    /// <summary>NHS number, ten digits, verified; the "999 123 4567" form is taken too.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Hub code system bed-type.</summary>
    public required CodingInputGraph BedType { get; init; }

    /// <summary>Hub code system out-of-area-reason; required for a home outside the council's area, refused for one inside it.</summary>
    public CodingInputGraph? OutOfAreaReason { get; init; }

    /// <summary>First day, not in the future.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Day on which the host authority was told.</summary>
    public DateOnly? HostNotifiedOn { get; init; }

    /// <summary>Day of the latest review, not in the future.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordPlacement.Request Read() => new(
        RequestId,
        CaseReference,
        NhsNumber,
        CareHome,
        BedType.Read(),
        OutOfAreaReason?.Read(),
        WrittenDay.Of(StartedOn),
        WrittenDay.Of(HostNotifiedOn),
        WrittenDay.Of(ReviewedOn));
}
