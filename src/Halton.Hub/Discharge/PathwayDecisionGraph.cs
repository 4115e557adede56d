using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>One decision on the pathway. FHIR: ServiceRequest.</summary>
/// <param name="decision">The decision.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class PathwayDecisionGraph(PathwayDecision decision, DischargeWordsGraph words)
{
    /// <summary>Moment of the decision. FHIR: ServiceRequest.authoredOn.</summary>
    public DateTimeOffset DecidedAt => decision.DecidedAt;

    /// <summary>P0 to P3. FHIR: ServiceRequest.code.</summary>
    public CodingGraph Pathway => words.Code(DischargeCodes.Pathway, decision.Pathway)!;

    /// <summary>Role of who decided. FHIR: ServiceRequest.requester role.</summary>
    public string DecidedByRole => decision.DecidedByRole;

    /// <summary>Whether the care transfer hub had the referral.</summary>
    public bool CareTransferHubReferred => decision.CareTransferHubReferred;
}
