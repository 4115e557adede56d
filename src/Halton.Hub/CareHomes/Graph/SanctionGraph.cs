using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What a council has imposed on a home. FHIR: Flag.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class SanctionGraph(SanctionState state, CareHomeWordsGraph words)
{
    /// <summary>The hub's id, a UUID. FHIR: Flag.id.</summary>
    public Guid SanctionId => state.Id;

    /// <summary>The hub's id of the home, a UUID. FHIR: Flag.subject.</summary>
    public Guid CareHomeId => state.HomeId;

    /// <summary>CQC location id.</summary>
    public string LocationId => state.LocationId;

    /// <summary>GSS code of the council that imposed it. FHIR: Flag.author.</summary>
    public string Authority => state.Authority;

    /// <summary>Hub code system sanction-kind. FHIR: Flag.code.</summary>
    public CodingGraph Kind => words.Code(CareHomeCodes.SanctionKind, state.Kind);

    /// <summary>Why.</summary>
    public string Reason => state.Reason;

    /// <summary>First day. FHIR: Flag.period.start.</summary>
    public DateOnly From => state.From;

    /// <summary>Day on which it was lifted; absent while it holds. FHIR: Flag.period.end.</summary>
    public DateOnly? LiftedOn => state.LiftedOn;

    /// <summary>Changes with every change; liftSanction needs it.</summary>
    public string Etag => state.Etag;
}
