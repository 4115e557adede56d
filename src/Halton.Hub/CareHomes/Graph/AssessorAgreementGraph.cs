using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>That a home lets an organisation's trusted assessors assess on its behalf. FHIR: Contract.</summary>
/// <param name="agreement">What the operation answered.</param>
public sealed class AssessorAgreementGraph(AssessorAgreement agreement)
{
    /// <summary>The hub's id, a UUID.</summary>
    public Guid AgreementId => agreement.Id;

    /// <summary>The hub's id of the home, a UUID.</summary>
    public Guid CareHomeId => agreement.HomeId;

    /// <summary>Code of the organisation that employs the assessors.</summary>
    public string Assessor => agreement.Assessor;

    /// <summary>What the assessors may assess: residential, nursing, dementia, end-of-life.</summary>
    public IReadOnlyList<string> Competencies => agreement.Competencies;

    /// <summary>First day.</summary>
    public DateOnly ValidFrom => agreement.ValidFrom;

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo => agreement.ValidTo;

    /// <summary>Day by which both sides look at it again.</summary>
    public DateOnly ReviewDue => agreement.ReviewDue;
}
