using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Tells assessments in the words of the placement service.</summary>
public sealed class AssessmentMessages(PlacementMessages words)
{
    /// <summary>Tells an assessment.</summary>
    public Wire.Assessment Tell(AssessmentState state) => new()
    {
        AssessmentId = state.Id.ToString(),
        Version = state.Version,
        DischargeId = state.StayId.ToString(),
        NhsNumber = state.NhsNumber ?? "",
        Trust = state.Trust,
        Council = state.Council ?? "",
        Assessor = state.Assessor,
        State = state.DisputeReason is null ? Wire.AssessmentState.Current : Wire.AssessmentState.Disputed,
        AssessedAt = state.AssessedAt.ToTimestamp(),
        ValidUntil = state.ValidUntil.ToTimestamp(),
        AssessedBy = state.Content.AssessedBy,
        Needs = Tell(state.Content.Needs),
        Preferences = Tell(state.Content.Preferences),
        Funding = new Wire.Funding { Source = words.Code(PlacementCodes.Funding, state.Content.Funding), WeeklyLimitPence = state.Content.WeeklyLimitPence ?? 0 },
        Consent = Consent(state.Content.ConsentBasis, state.Content.Capacity),
        DisputeReason = words.Code(PlacementCodes.DisputeReason, state.DisputeReason),
        Etag = state.Etag,
        ChangedAt = state.ChangedAt.ToTimestamp(),
    };

    /// <summary>Tells what is needed.</summary>
    public Wire.Needs Tell(AssessedNeeds needs) => new()
    {
        BedType = words.Code(CareHomeCodes.BedType, needs.BedType),
        Capabilities = { needs.Capabilities.Select(c => new Wire.CapabilityNeed { Capability = words.Code(CareHomeCodes.Capability, c.Code), Kilograms = c.Kilograms ?? 0 }) },
        Risks = { needs.Risks.Select(r => new Wire.Risk { Risk_ = words.Code(PlacementCodes.AssessmentRisk, r.Code), Detail = r.Detail ?? "" }) },
        Infection = words.Code(PlacementCodes.InfectionStatus, needs.Infection),
    };

    /// <summary>Tells who agreed.</summary>
    public Wire.Consent Consent(string basis, string capacity) =>
        new() { Basis = words.Code(PlacementCodes.ConsentBasis, basis), Capacity = words.Code(PlacementCodes.DecisionCapacity, capacity) };

    private Wire.Preferences Tell(AssessedPreferences wished) => new()
    {
        CareHomes = { wished.Homes.Select(home => home.ToString()) },
        Near = wished.Near ?? "",
        NearWhom = words.Code(PlacementCodes.NearWhom, wished.NearWhom),
        FarthestMetres = wished.FarthestMetres ?? 0,
        InBorough = wished.InBorough,
        LivedAt = wished.LivedAt?.ToString() ?? "",
    };
}
