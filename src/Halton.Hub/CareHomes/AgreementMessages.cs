using Halton.Hub.Foundation;

using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes;

/// <summary>Tells agreements in the words of the care-home service.</summary>
internal static class AgreementMessages
{
    /// <summary>Tells an agreement with assessors.</summary>
    public static Wire.AssessorAgreement Tell(Validation.AssessorAgreement agreement) => new()
    {
        AgreementId = agreement.Id.ToString(),
        CareHomeId = agreement.HomeId.ToString(),
        Assessor = agreement.Assessor,
        Competencies = { agreement.Competencies },
        ValidFrom = WrittenDay.Of(agreement.ValidFrom),
        ValidTo = WrittenDay.Of(agreement.ValidTo),
        ReviewDue = WrittenDay.Of(agreement.ReviewDue),
    };

    /// <summary>Tells an agreement with a host authority.</summary>
    public static Wire.SharingAgreement Tell(Validation.SharingAgreement agreement) => new()
    {
        AgreementId = agreement.Id.ToString(),
        HostAuthority = agreement.HostAuthority,
        Reference = agreement.Reference,
        ValidFrom = WrittenDay.Of(agreement.ValidFrom),
        ValidTo = WrittenDay.Of(agreement.ValidTo),
    };
}
