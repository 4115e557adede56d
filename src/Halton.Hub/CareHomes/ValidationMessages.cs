using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes;

/// <summary>Tells validations and what they rest on in the words of the care-home service; codes get their wording here.</summary>
public sealed class ValidationMessages(CodeSystems codes)
{
    /// <summary>Tells a validation.</summary>
    public Wire.Validation Tell(ValidationState state) => new()
    {
        ValidationId = state.Id.ToString(),
        Council = state.Council,
        CareHomeId = state.HomeId.ToString(),
        LocationId = state.LocationId,
        CareHomeName = state.HomeName,
        HostAuthority = state.HostAuthority ?? "",
        Decision = Code(CareHomeCodes.ValidationDecision, state.Decision),
        Conditions = { state.Conditions },
        DecidedAt = state.DecidedAt.ToTimestamp(),
        ExpiresOn = WrittenDay.Of(state.ExpiresOn),
        ReopenedAt = state.ReopenedAt?.ToTimestamp(),
        ReopenedBy = { state.ReopenedBy },
        Override = state.Override is { } word
            ? new Wire.ValidationOverride { Authoriser = word.Authoriser, Role = word.Role, Reason = word.Reason, GivenAt = word.GivenAt.ToTimestamp(), Until = WrittenDay.Of(word.Until) }
            : null,
        CheckedAt = state.CheckedAt.ToTimestamp(),
        Checks =
        {
            state.Checks.Select(c => new Wire.ValidationCheck
            {
                Code = Code(CareHomeCodes.ValidationCheck, c.Code),
                Outcome = Code(CareHomeCodes.CheckOutcome, c.Outcome),
                Evidence = c.Evidence,
                Source = c.Source,
                EvidenceDate = WrittenDay.Of(c.EvidenceDate),
            }),
        },
        Tasks =
        {
            state.Tasks.Select(t => new Wire.ValidationTask
            {
                TaskId = t.Id.ToString(),
                Code = t.Code,
                Reason = t.Reason,
                RaisedAt = t.RaisedAt.ToTimestamp(),
                DueOn = WrittenDay.Of(t.DueOn),
                DoneAt = t.DoneAt?.ToTimestamp(),
            }),
        },
        Etag = state.Etag,
    };

    /// <summary>Tells what an assessment comes to.</summary>
    public RecordQualityAssessmentResponse Tell(QualityAnswer answer) =>
        new() { AssessmentId = answer.AssessmentId.ToString(), Validation = answer.Validation is { } validation ? Tell(validation) : null };

    /// <summary>Tells a sanction.</summary>
    public Wire.Sanction Tell(SanctionState state) => new()
    {
        SanctionId = state.Id.ToString(),
        CareHomeId = state.HomeId.ToString(),
        LocationId = state.LocationId,
        Authority = state.Authority,
        Kind = Code(CareHomeCodes.SanctionKind, state.Kind),
        Reason = state.Reason,
        From = WrittenDay.Of(state.From),
        LiftedOn = WrittenDay.Of(state.LiftedOn),
        Etag = state.Etag,
    };

    /// <summary>Tells a contract.</summary>
    public Wire.Contract Tell(Validation.Contract contract) => new()
    {
        ContractId = contract.Id.ToString(),
        CareHomeId = contract.HomeId.ToString(),
        Route = Code(CareHomeCodes.ContractRoute, contract.Route),
        Reference = contract.Reference,
        ValidFrom = WrittenDay.Of(contract.ValidFrom),
        ValidTo = WrittenDay.Of(contract.ValidTo),
        InsuredUntil = WrittenDay.Of(contract.InsuredUntil),
    };

    private Contracts.Fhir.V1.Coding Code(string system, string code) => WireCoding.Tell(codes, system, code)!;
}
