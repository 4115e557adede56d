using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to record a quality assessment (PAMMS).</summary>
public sealed class RecordQualityAssessmentInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>GSS code of the council that assessed; absent means the caller's own area.</summary>
    public string? Authority { get; init; }

    /// <summary>Day of the assessment, not in the future.</summary>
    public required DateOnly AssessedOn { get; init; }

    /// <summary>Hub code system pamms-rating, for the whole.</summary>
    public required CodingInputGraph Overall { get; init; }

    /// <summary>Codes of pamms-rating for the five domains in order: involvement and information, personalised care and support, safeguarding and safety, suitability of staffing, quality of management.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Codes of pamms-rating for the sixteen standards in their order.</summary>
    public required IReadOnlyList<string> Standards { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordQualityAssessment.Request Read() => new(RequestId, CareHome, Authority, WrittenDay.Of(AssessedOn), Overall.Read(), Domains, Standards);
}
