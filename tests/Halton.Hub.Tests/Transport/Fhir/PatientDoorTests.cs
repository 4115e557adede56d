using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Referrals;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using FhirPatient = Hl7.Fhir.Model.Patient;
using FhirTask = Hl7.Fhir.Model.Task;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Tests.Transport.Fhir;

/// <summary>People at the FHIR door: each record tells of its own, to those who may see the record, and the same as the other doors.</summary>
public sealed class PatientDoorTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_stay_tells_of_its_person()
    {
        var asked = Admission();
        var stay = await Discharges("rww").RecordAdmissionAsync(asked);
        var encounter = (Encounter)(await hub.Fhir("rww", $"Encounter/{stay.DischargeId}")).Resource!;
        Assert.Equal($"Patient/{stay.DischargeId}", encounter.Subject!.Reference);
        var answer = await hub.Fhir("rww", encounter.Subject.Reference!);
        var person = (FhirPatient)answer.Resource!;
        Assert.Equal(($"W/\"{stay.Etag}\"", stay.DischargeId), (answer.Etag, person.Id));
        var (told, number, status) = PatientFhir.Take(person);
        Assert.Equal((asked.NhsNumber, "01"), (number, status!.Code));
        Assert.Equal(
            ("Zzyzxquill", "Aspertha", "1941-03", "female", "1 Nowhere Quillrow", "Widnes", "WA8 0AA", "01632 960123", "N81999", "E06000006", "U"),
            (told.Family, told.Given[0], told.BirthDate, told.Gender, told.AddressLines[0], told.City, told.PostalCode, told.Phones[0], told.GeneralPractice, told.LocalAuthority, told.Confidentiality));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetDischargeStatus' and outcome = 'success' and $1 = any (records)", Guid.Parse(stay.DischargeId)));

        Assert.Equal([stay.DischargeId], (await hub.FhirSearch("rww", "Patient", ("identifier", $"{FhirNames.NhsNumber}|{asked.NhsNumber}"))).Ids);
        Assert.Empty((await hub.FhirSearch("rbn", "Patient", ("identifier", $"{FhirNames.NhsNumber}|{asked.NhsNumber}"))).Ids);
        Assert.Equal((404, "REC_NOT_FOUND", "RESOURCE_NOT_FOUND", ""), (await hub.Fhir("rbn", $"Patient/{stay.DischargeId}")).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await hub.Fhir("vcfse-1", $"Patient/{stay.DischargeId}")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "STATUS_UNKNOWN", "status"), (await hub.Fhir("rww", "Patient?status=active")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "CODE_UNKNOWN", "code"), (await hub.Fhir("rww", "Patient?code=stay")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "NHS_NUMBER_INVALID", "identifier"), (await hub.Fhir("rww", "Patient?identifier=9990000019")).Issue);
    }

    [Fact]
    public async Task A_referral_tells_of_its_person_and_its_task_of_what_was_done()
    {
        var asked = Referring.Refer();
        var referral = await Referrals("rbn").CreateReferralAsync(asked);
        var triaged = await Referrals("hicafs").TriageReferralAsync(Referring.Triage(referral, change: t => t.Note = "No stairs\nat home."));
        var request = (ServiceRequest)(await hub.Fhir("hicafs", $"ServiceRequest/{referral.ReferralId}")).Resource!;
        var person = (FhirPatient)(await hub.Fhir("hicafs", request.Subject!.Reference!)).Resource!;
        Assert.Equal((asked.NhsNumber, "Zzyzxquill"), (person.Identifier[0].Value, person.Name[0].Family));
        Assert.Equal([referral.ReferralId], (await hub.FhirSearch("hicafs", "Patient", ("identifier", asked.NhsNumber))).Ids);
        Assert.Empty((await hub.FhirSearch("rww", "Patient", ("identifier", asked.NhsNumber))).Ids);

        var task = (FhirTask)(await hub.Fhir("hicafs", $"Task/{referral.ReferralId}")).Resource!;
        var triage = Assert.Single(task.Extension, e => e.Url == FhirNames.Own + "StructureDefinition/referral-triage");
        Assert.Equal(triaged.Etag, task.Meta!.VersionId);
        Assert.Equal("No stairs\nat home.", ((FhirString)triage.Extension.Single(e => e.Url == "note").Value!).Value);
        Assert.Equal(["nurse", "physiotherapist"], triage.Extension.Where(e => e.Url == "discipline").Select(e => ((CodeableConcept)e.Value!).Coding[0].Code).Order());
    }

    [Fact]
    public async Task Where_a_restricted_person_lives_stays_with_their_trust()
    {
        var stay = await Discharges("rww").RecordAdmissionAsync(Admission(a => a.Patient.Confidentiality = "R"));
        var (known, seen) = ((FhirPatient)(await hub.Fhir("rww", $"Patient/{stay.DischargeId}")).Resource!, (FhirPatient)(await hub.Fhir("hbc", $"Patient/{stay.DischargeId}")).Resource!);
        Assert.Equal((1, 1, 1, "R"), (known.Address.Count, known.Telecom.Count, known.GeneralPractitioner.Count, known.Meta!.Security[0].Code));
        Assert.Equal((0, 0, 0, "R"), (seen.Address.Count, seen.Telecom.Count, seen.GeneralPractitioner.Count, seen.Meta!.Security[0].Code));
        Assert.Equal("Zzyzxquill", seen.Name[0].Family);
    }

    private DischargeService.DischargeServiceClient Discharges(string partner) => new(hub.Channel(partner));

    private ReferralService.ReferralServiceClient Referrals(string partner) => new(hub.Channel(partner));
}
