using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>A team that is to respond. FHIR: Task.performerType.</summary>
/// <param name="allocation">The allocation.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class AllocationGraph(Allocation allocation, ReferralWordsGraph words)
{
    /// <summary>CSDS team type, hub code system csds-team-type.</summary>
    public CodingGraph TeamType => words.Code(ReferralCodes.TeamType, allocation.TeamType)!;

    /// <summary>Who goes, hub code system care-discipline.</summary>
    public IEnumerable<CodingGraph> Disciplines => words.Codes(ReferralCodes.Discipline, allocation.Disciplines);

    /// <summary>Moment of the allocation.</summary>
    public DateTimeOffset AllocatedAt => allocation.AllocatedAt;

    /// <summary>Role of who allocated, never a name.</summary>
    public string AllocatedByRole => allocation.AllocatedByRole;
}
