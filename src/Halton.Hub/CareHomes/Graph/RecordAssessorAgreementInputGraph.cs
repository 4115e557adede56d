using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to record an agreement of a home with an organisation of trusted assessors. FHIR: Contract.</summary>
public sealed class RecordAssessorAgreementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Code of the organisation that employs the assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Any of residential, nursing, dementia, end-of-life; at least one.</summary>
    public required IReadOnlyList<string> Competencies { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Day by which both sides look at it again.</summary>
    public required DateOnly ReviewDue { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessorAgreement.Request Read() => new(RequestId, CareHome, Assessor, Competencies, WrittenDay.Of(ValidFrom), WrittenDay.Of(ValidTo), WrittenDay.Of(ReviewDue));
}
