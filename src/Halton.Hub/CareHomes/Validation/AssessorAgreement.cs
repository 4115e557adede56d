namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// That a home lets an organisation's trusted assessors assess on its behalf. Source: NHS Improvement, Rapid improvement guide to trusted
/// assessors: who can assess, with what competencies, how it is reviewed.
/// </summary>
public sealed class AssessorAgreement
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>Code of the organisation that employs the assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Code of the council that recorded it.</summary>
    public required string Council { get; init; }

    /// <summary>What the assessors may assess: residential, nursing, dementia, end-of-life.</summary>
    public required List<string> Competencies { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Day by which both sides look at it again.</summary>
    public required DateOnly ReviewDue { get; set; }

    /// <summary>How often a home has judged an assessment under it to be wrong.</summary>
    public int Disputes { get; set; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
