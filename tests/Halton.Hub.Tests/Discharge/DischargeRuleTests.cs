using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Discharge;

/// <summary>What a discharge refuses, by name, and what it takes with a warning.</summary>
public sealed class DischargeRuleTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly DischargeService.DischargeServiceClient rww = one.Hub.Discharges("rww");

    public static TheoryData<string, string, Action<RecordAdmissionRequest>> BadAdmissions => new()
    {
        { "request_id", "REQUIRED", a => a.RequestId = "" },
        { "request_id", "NOT_A_UUID", a => a.RequestId = "one" },
        { "nhs_number", "REQUIRED", a => a.NhsNumber = "" },
        { "nhs_number", "NHS_NUMBER_INVALID", a => a.NhsNumber = "9990000000" },
        { "nhs_number", "NHS_NUMBER_INVALID", a => a.NhsNumber = "999000001" },
        { "nhs_number", "NOT_EXPECTED", a => a.NhsNumberStatus.Code = "07" },
        { "nhs_number_status", "REQUIRED", a => a.NhsNumberStatus = null },
        { "nhs_number_status", "CODE_UNKNOWN", a => a.NhsNumberStatus.Code = "99" },
        { "nhs_number_status", "CODE_SYSTEM_UNKNOWN", a => a.NhsNumberStatus.System = "urn:x" },
        { "patient", "REQUIRED", a => a.Patient = null },
        { "patient.name.family", "REQUIRED", a => a.Patient.Name.Family = " " },
        { "patient.name.family", "TOO_LONG", a => a.Patient.Name.Family = new string('x', 101) },
        { "patient.name.family", "CONTROL_CHARACTER", a => a.Patient.Name.Family = "a\nb" },
        { "patient.name.given", "REQUIRED", a => a.Patient.Name.Given.Clear() },
        { "patient.birth_date", "NOT_A_DATE", a => a.Patient.BirthDate = "1941-13" },
        { "patient.birth_date", "NOT_A_DATE", a => a.Patient.BirthDate = "1941-02-30" },
        { "patient.birth_date", "NOT_A_DATE", a => a.Patient.BirthDate = "2999" },
        { "patient.gender", "CODE_UNKNOWN", a => a.Patient.Gender = "F" },
        { "patient.local_authority", "NOT_A_GSS_CODE", a => a.Patient.LocalAuthority = "Halton" },
        { "patient.confidentiality", "CODE_UNKNOWN", a => a.Patient.Confidentiality = "V" },
        { "spell_identifier", "REQUIRED", a => a.SpellIdentifier = "" },
        { "site", "SITE_UNKNOWN", a => a.Site = "RBN01" },
        { "ward", "REQUIRED", a => a.Ward = "" },
        { "admitted_at", "REQUIRED", a => a.AdmittedAt = null },
        { "admitted_at", "IN_THE_FUTURE", a => a.AdmittedAt = HoursAgo(-2) },
        { "admitted_at", "NOT_A_MOMENT", a => a.AdmittedAt.Nanos = -5 },
        { "admission_method", "CODE_UNKNOWN", a => a.AdmissionMethod = new() { Code = "77" } },
        { "planned_discharge_date", "NOT_A_DATE", a => a.PlannedDischargeDate = "tomorrow" },
        { "planned_discharge_date", "BEFORE_ADMISSION", a => a.PlannedDischargeDate = "2020-01-01" },
    };

    [Theory]
    [MemberData(nameof(BadAdmissions))]
    public Task A_bad_admission_names_its_field(string field, string reason, Action<RecordAdmissionRequest> spoil) =>
        rww.RecordAdmissionAsync(Admission(spoil)).NamesField(field, reason);

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => rww.RecordAdmissionAsync(new RecordAdmissionRequest()).ResponseAsync);
        var fields = refusal.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>().FieldViolations.Select(v => v.Field).ToHashSet();
        Assert.Superset(new HashSet<string> { "request_id", "nhs_number_status", "patient", "spell_identifier", "site", "ward", "admitted_at" }, fields);
    }

    [Fact]
    public async Task A_person_has_one_open_stay_with_a_trust_and_a_spell_is_recorded_once()
    {
        var first = Admission();
        await rww.RecordAdmissionAsync(first);
        await rww.RecordAdmissionAsync(Admission(a => a.NhsNumber = first.NhsNumber)).Refused(StatusCode.AlreadyExists, "ALREADY_ADMITTED");
        await rww.RecordAdmissionAsync(Admission(a => a.SpellIdentifier = first.SpellIdentifier)).Refused(StatusCode.AlreadyExists, "SPELL_ALREADY_RECORDED");
    }

    [Fact]
    public async Task After_a_discharge_the_person_can_be_admitted_again_and_the_open_stay_is_found()
    {
        var first = await Planned("P0");
        await rww.ConfirmDischargeAsync(Confirm(first.DischargeId, first.Etag));
        var second = await rww.RecordAdmissionAsync(Admission(a => (a.NhsNumber, a.AdmittedAt) = (first.NhsNumber, HoursAgo(0.05))));
        Assert.Equal(second.DischargeId, (await rww.GetDischargeStatusAsync(ByNumber(first.NhsNumber))).DischargeId);
    }

    [Fact]
    public async Task An_unverified_number_is_found_by_its_own_trust_only()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission(a => a.NhsNumberStatus.Code = "02"));
        Assert.Equal(admitted, await rww.GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)));
        await one.Hub.Discharges("hbc").GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        Assert.Equal(admitted, await one.Hub.Discharges("hbc").GetDischargeStatusAsync(ById(admitted.DischargeId)));
    }

    [Theory]
    [InlineData("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus", "01")]
    [InlineData("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus", "number-present-and-verified")]
    public async Task The_retired_spellings_of_the_verification_status_are_taken(string system, string code)
    {
        var admitted = await rww.RecordAdmissionAsync(Admission(a => a.NhsNumberStatus = new() { System = system, Code = code }));
        Assert.Equal("01", admitted.NhsNumberStatus.Code);
    }

    [Fact]
    public async Task A_person_without_a_number_is_admitted_and_found_by_id()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission(a => (a.NhsNumber, a.NhsNumberStatus.Code) = ("", "07")));
        Assert.Equal("", (await rww.GetDischargeStatusAsync(ById(admitted.DischargeId))).NhsNumber);
    }

    [Fact]
    public async Task A_birth_date_keeps_the_precision_it_was_given()
    {
        foreach (var date in new[] { "1941", "1941-03", "1941-03-07", "" })
        {
            var admitted = await rww.RecordAdmissionAsync(Admission(a => a.Patient.BirthDate = date));
            Assert.Equal(date, (await rww.GetDischargeStatusAsync(ById(admitted.DischargeId, DischargeView.Full))).Patient.BirthDate);
        }
    }

    [Fact]
    public async Task Nothing_is_added_to_a_stay_that_has_ended()
    {
        var planned = await Planned("P1");
        var gone = await rww.ConfirmDischargeAsync(Confirm(planned.DischargeId, planned.Etag));
        await rww.ReviewCriteriaToResideAsync(Review(gone.DischargeId, 1)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
        await rww.AssignPathwayAsync(Assign(gone.DischargeId, "P1", gone.Etag)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
        await rww.ConfirmDischargeAsync(Confirm(gone.DischargeId, gone.Etag)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
        await rww.CancelDischargeAsync(Cancel(gone.DischargeId, gone.Etag)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
    }

    [Fact]
    public async Task Leaving_on_clinical_advice_needs_a_review_without_criteria_and_a_pathway()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, admitted.Etag)).Refused(StatusCode.FailedPrecondition, "STILL_MEETS_CRITERIA");
        var ready = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 2));
        await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, ready.Etag)).Refused(StatusCode.FailedPrecondition, "PATHWAY_NOT_ASSIGNED");
    }

    [Fact]
    public async Task A_person_who_died_or_left_on_their_own_is_discharged_without_either()
    {
        foreach (var method in new[] { "4", "6" })
        {
            var admitted = await rww.RecordAdmissionAsync(Admission());
            Assert.Equal(DischargeState.Discharged, (await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, admitted.Etag, method, "79"))).State);
        }
    }

    [Fact]
    public async Task Nobody_leaves_before_the_discharge_ready_date_or_before_admission()
    {
        var planned = await Planned("P1");
        var early = Confirm(planned.DischargeId, planned.Etag);
        early.DischargedAt = HoursAgo(100);
        await rww.ConfirmDischargeAsync(early).NamesField("discharged_at", "DISCHARGED_BEFORE_READY");
        early.DischargedAt = HoursAgo(1000);
        await rww.ConfirmDischargeAsync(early).NamesField("discharged_at", "BEFORE_ADMISSION");
    }

    [Fact]
    public async Task A_stale_etag_is_refused_with_the_current_one_and_changes_need_one()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var changed = await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", admitted.Etag));
        var refused = await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P2", admitted.Etag)).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        Assert.Equal(changed.Etag, refused.GetDetail<Google.Rpc.ErrorInfo>().Metadata["current_etag"]);
        await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P2", "")).NamesField("etag", "REQUIRED");
        await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, "")).NamesField("etag", "REQUIRED");
        await rww.CancelDischargeAsync(Cancel(admitted.DischargeId, "")).NamesField("etag", "REQUIRED");
    }

    [Fact]
    public async Task All_thirteen_reasons_cancel_and_the_last_needs_words()
    {
        for (var i = 1; i <= 13; i++)
        {
            var admitted = await rww.RecordAdmissionAsync(Admission());
            if (i == 13)
            {
                await rww.CancelDischargeAsync(Cancel(admitted.DischargeId, admitted.Etag, "13")).NamesField("reason_text", "REQUIRED");
            }

            var cancelled = await rww.CancelDischargeAsync(Cancel(admitted.DischargeId, admitted.Etag, $"{i:00}", i == 13 ? "Recorded twice" : ""));
            Assert.Equal((DischargeState.Cancelled, $"{i:00}"), (cancelled.State, cancelled.CancelReason.Code));
        }

        var one = await rww.RecordAdmissionAsync(Admission());
        await rww.CancelDischargeAsync(Cancel(one.DischargeId, one.Etag, "14")).NamesField("reason", "CODE_UNKNOWN");
    }

    [Theory]
    [InlineData("P0", true, "CARE_TRANSFER_HUB_NOT_EXPECTED")]
    [InlineData("P0", false, null)]
    [InlineData("P1", false, "CARE_TRANSFER_HUB_EXPECTED")]
    [InlineData("P3", true, null)]
    public async Task Pathways_and_the_care_transfer_hub_go_together_or_are_warned_about(string pathway, bool referred, string? warning)
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var assign = Assign(admitted.DischargeId, pathway, admitted.Etag);
        assign.CareTransferHubReferred = referred;
        Assert.Equal(warning, (await rww.AssignPathwayAsync(assign)).Warnings.SingleOrDefault()?.Reason);
    }

    [Theory]
    [InlineData("P3", "19", true)]
    [InlineData("P3", "85", false)]
    [InlineData("P2", "19", true)]
    [InlineData("P0", "54", false)]
    public async Task A_destination_that_does_not_fit_the_pathway_is_warned_about(string pathway, string destination, bool warned)
    {
        var planned = await Planned(pathway);
        var gone = await rww.ConfirmDischargeAsync(Confirm(planned.DischargeId, planned.Etag, "1", destination));
        Assert.Equal(warned, gone.Warnings.Any(w => w.Reason == "DESTINATION_DOES_NOT_FIT_PATHWAY"));
    }

    [Fact]
    public async Task Reviews_are_checked_and_one_moment_has_one_review()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var review = Review(admitted.DischargeId, 5, "01");
        await rww.ReviewCriteriaToResideAsync(review);
        await rww.ReviewCriteriaToResideAsync(new(review) { RequestId = RequestId() }).Refused(StatusCode.AlreadyExists, "REVIEW_ALREADY_RECORDED");
        await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 4, "12")).NamesField("criteria[0]", "CODE_UNKNOWN");
        await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 1000)).NamesField("reviewed_at", "BEFORE_ADMISSION");
        await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, -5)).NamesField("reviewed_at", "IN_THE_FUTURE");
    }

    private async Task<DischargeStatus> Planned(string pathway)
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var ready = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 48));
        return await rww.AssignPathwayAsync(Assign(admitted.DischargeId, pathway, ready.Etag));
    }
}
