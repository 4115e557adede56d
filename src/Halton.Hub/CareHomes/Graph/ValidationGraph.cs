using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Whether a council may place people in a home outside its area: twelve checks with their evidence, and the decision that follows. FHIR: VerificationResult.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ValidationGraph(ValidationState state, CareHomeWordsGraph words)
{
    /// <summary>The hub's id, a UUID. FHIR: VerificationResult.id.</summary>
    public Guid ValidationId => state.Id;

    /// <summary>Code of the placing council.</summary>
    public string Council => state.Council;

    /// <summary>The hub's id of the home, a UUID. FHIR: VerificationResult.target.</summary>
    public Guid CareHomeId => state.HomeId;

    /// <summary>CQC location id.</summary>
    public string LocationId => state.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => state.HomeName;

    /// <summary>GSS code of the host authority; absent when it is not in the hub's list.</summary>
    public string? HostAuthority => state.HostAuthority;

    /// <summary>Hub code system validation-decision. FHIR: VerificationResult.status.</summary>
    public CodingGraph Decision => words.Code(CareHomeCodes.ValidationDecision, state.Decision);

    /// <summary>What must be kept to while it is valid with conditions.</summary>
    public IReadOnlyList<string> Conditions => state.Conditions;

    /// <summary>When the decision last changed. FHIR: VerificationResult.statusDate.</summary>
    public DateTimeOffset DecidedAt => state.DecidedAt;

    /// <summary>Last day on which a valid decision holds. FHIR: VerificationResult.nextScheduled.</summary>
    public DateOnly? ExpiresOn => state.ExpiresOn;

    /// <summary>Since when it must be looked at again; absent otherwise.</summary>
    public DateTimeOffset? ReopenedAt => state.ReopenedAt;

    /// <summary>What reopened it: rating-downgrade, dormancy, deregistration, sanction, successor-registration.</summary>
    public IReadOnlyList<string> ReopenedBy => state.ReopenedBy;

    /// <summary>The latest override of a senior officer, as long as somebody has to know of it: it may have ended.</summary>
    public ValidationOverrideGraph? Override => state.Override is { } word ? new(word) : null;

    /// <summary>When the checks were last run. FHIR: VerificationResult.lastPerformed.</summary>
    public DateTimeOffset CheckedAt => state.CheckedAt;

    /// <summary>The twelve checks in order; none in a list.</summary>
    public IEnumerable<ValidationCheckGraph> Checks => state.Checks.Select(check => new ValidationCheckGraph(check, words));

    /// <summary>What has to be done, open first.</summary>
    public IEnumerable<ValidationTaskGraph> Tasks => state.Tasks.Select(task => new ValidationTaskGraph(task));

    /// <summary>Changes with every change; overrideValidation needs it.</summary>
    public string Etag => state.Etag;
}
