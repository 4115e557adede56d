using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Reads requests about assessments into the operations' own.</summary>
internal static class AssessmentRequests
{
    /// <summary>Reads it.</summary>
    public static RecordAssessment.Request Read(Wire.RecordAssessmentRequest r) => new(
        r.RequestId,
        r.DischargeId,
        r.AssessmentId,
        r.Etag,
        WireMoment.Read(r.AssessedAt, "assessed_at"),
        r.AssessedBy,
        r.ValidHours,
        r.Needs is null ? null : Read(r.Needs),
        r.Preferences is null ? null : Read(r.Preferences),
        r.Funding is null ? null : new RecordAssessment.Funding(WireCoding.Read(r.Funding.Source), r.Funding.WeeklyLimitPence),
        r.Consent is null ? null : new RecordAssessment.Consent(WireCoding.Read(r.Consent.Basis), WireCoding.Read(r.Consent.Capacity)));

    /// <summary>Reads the filters of a list.</summary>
    public static AssessmentFilter Read(Wire.ListAssessmentsRequest r) => new() { DischargeId = r.DischargeId.Given(), UsableOnly = r.UsableOnly };

    private static RecordAssessment.Needs Read(Wire.Needs needs) => new(
        WireCoding.Read(needs.BedType),
        [.. needs.Capabilities.Select(c => new RecordAssessment.Capability(WireCoding.Read(c.Capability), c.Kilograms))],
        [.. needs.Risks.Select(risk => new RecordAssessment.Risk(WireCoding.Read(risk.Risk_), risk.Detail))],
        WireCoding.Read(needs.Infection));

    private static RecordAssessment.Preferences Read(Wire.Preferences wished) =>
        new([.. wished.CareHomes], wished.Near, WireCoding.Read(wished.NearWhom), wished.FarthestMetres, wished.InBorough, wished.LivedAt);
}
