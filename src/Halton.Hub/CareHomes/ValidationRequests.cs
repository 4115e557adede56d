using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;

namespace Halton.Hub.CareHomes;

/// <summary>Reads requests about validations and what they rest on into the operations' own.</summary>
internal static class ValidationRequests
{
    /// <summary>Reads the filters of a list.</summary>
    public static ValidationFilter Read(ListValidationsRequest r)
    {
        var check = new FieldChecks();
        var filter = new ValidationFilter
        {
            Council = r.Council.Given(),
            Decisions = [.. r.Decisions],
            HostAuthority = r.HostAuthority.Given(),
            OpenTasksOnly = r.OpenTasksOnly,
            ExpiresBy = check.OptionalDay(r.ExpiresBy, "expires_by"),
        };
        check.Settle();
        return filter;
    }

    /// <summary>Reads it.</summary>
    public static RecordHostReply.Request Read(RecordHostReplyRequest r) => new(
        r.RequestId,
        r.CareHome,
        r.ContactedOn,
        r.RepliedOn,
        r.Acknowledged,
        WireCoding.Read(r.Concerns),
        r.PlacementsSuspended,
        r.OpenEnquiries,
        r.ProviderFailure,
        r.Reference);

    /// <summary>Reads it.</summary>
    public static RecordQualityAssessment.Request Read(RecordQualityAssessmentRequest r) =>
        new(r.RequestId, r.CareHome, r.Authority, r.AssessedOn, WireCoding.Read(r.Overall), [.. r.Domains], [.. r.Standards]);

    /// <summary>Reads it.</summary>
    public static RecordContract.Request Read(RecordContractRequest r) =>
        new(r.RequestId, r.CareHome, WireCoding.Read(r.Route), r.Reference, r.ValidFrom, r.ValidTo, r.InsuredUntil);

    /// <summary>Reads it.</summary>
    public static RecordAssessorAgreement.Request Read(RecordAssessorAgreementRequest r) =>
        new(r.RequestId, r.CareHome, r.Assessor, [.. r.Competencies], r.ValidFrom, r.ValidTo, r.ReviewDue);

    /// <summary>Reads it.</summary>
    public static RecordSharingAgreement.Request Read(RecordSharingAgreementRequest r) => new(r.RequestId, r.HostAuthority, r.Reference, r.ValidFrom, r.ValidTo);

    /// <summary>Reads it.</summary>
    public static OverrideValidation.Request Read(OverrideValidationRequest r) =>
        new(r.RequestId, r.CareHome, r.Authoriser, r.Role, r.Reason, [.. r.Conditions], r.Until, r.Etag);

    /// <summary>Reads it.</summary>
    public static ImposeSanction.Request Read(ImposeSanctionRequest r) => new(r.RequestId, r.CareHome, WireCoding.Read(r.Kind), r.Reason, r.From, r.Authority);

    /// <summary>Reads it.</summary>
    public static LiftSanction.Request Read(LiftSanctionRequest r) => new(r.RequestId, r.SanctionId, r.LiftedOn, r.Etag);
}
