using System.Text;
using System.Text.Json;
using CsCheck;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A discharge goes to FHIR R4 as an Encounter and comes back without loss; what is wrong is named on its element.</summary>
public sealed class DischargeFhirTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 20L * 365 * 24 * 3600 * 1_000_000].Select(us => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(us * 10));
    private readonly CodeSystems codes = one.Hub.Services.GetRequiredService<CodeSystems>();
    private readonly DischargeFhir fhir = one.Hub.Services.GetRequiredService<DischargeFhir>();

    [Fact]
    public void Every_discharge_comes_back_as_it_was() => Discharges().Sample(
        state =>
        {
            var back = fhir.Take((Encounter)FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(fhir.Tell(state)))));
            Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(back));
        },
        iter: 1000,
        threads: 1);

    [Fact]
    public void What_is_wrong_is_named_on_its_element()
    {
        Refused(e => e.Subject = null, ("subject", "REFERENCE_UNKNOWN"), ("subject.identifier.extension(NHSNumberVerificationStatus)", "REQUIRED"));
        Refused(e => e.Period = null, ("period.start", "REQUIRED"));
        Refused(e => e.Identifier.Clear(), ("identifier", "REQUIRED"));
        Refused(e => e.ServiceProvider = null, ("serviceProvider", "REQUIRED"));
        Refused(e => e.Location.RemoveAt(1), ("location[1].location.display", "REQUIRED"));
        Refused(e => e.Extension.RemoveAll(x => x.Url == FhirNames.Own + "StructureDefinition/discharge-state"), ("extension(discharge-state)", "STATUS_UNKNOWN"));
        Refused(e => Extend(e, "discharge-delay", ("reason", new CodeableConcept(DischargeCodes.DelayReason, "rain"))), ("extension(discharge-delay).extension(delayed-on)", "REQUIRED"), ("extension(discharge-delay).extension(reason)", "CODE_UNKNOWN"));
        Refused(e => Extend(e, "allocated-worker", ("since", new FhirDateTime("2026-11"))), ("extension(allocated-worker).extension(since)", "NOT_A_MOMENT"), ("extension(allocated-worker).extension(organization)", "REQUIRED"), ("extension(allocated-worker).extension(role)", "REQUIRED"));
        Refused(e => e.Hospitalization = new() { DischargeDisposition = new CodeableConcept(DischargeCodes.DischargeDestination, "moon") }, ("hospitalization.dischargeDisposition", "CODE_UNKNOWN"));
    }

    private static void Extend(Encounter encounter, string name, params (string Name, DataType? Value)[] parts)
    {
        encounter.Extension.RemoveAll(e => e.Url?.EndsWith("/" + name, StringComparison.Ordinal) == true);
        new HubExtension(name, "", "", "Encounter").PutParts(encounter, parts);
    }

    private void Refused(Action<Encounter> spoil, params (string Field, string Reason)[] expected)
    {
        var encounter = fhir.Tell(Discharges().Single());
        spoil(encounter);
        Assert.Equal(expected, Assert.Throws<Fault>(() => fhir.Take(encounter)).Fields.Select(f => (f.Field, f.Reason)));
    }

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Bool.SelectMany(there => there ? gen.Select(value => (T?)value) : Gen.Const((T?)null));

    private Gen<string?> Code(string system)
    {
        string?[] all = [null, .. codes.Valid(system, Today).Select(c => c.Code)];
        return Gen.Int[0, all.Length - 1].Select(i => all[i]);
    }

    private Gen<DischargeStatus> Discharges() =>
        from id in Gen.Guid
        from number in Gen.Bool
        from status in Code(Patients.NhsNumberStatus.CodeSystem)
        from state in Gen.Enum<DischargeState>()
        from some in Gen.Select(Code(DischargeCodes.AdmissionMethod), Code(DischargeCodes.AdmitSource), Code(DischargeCodes.Pathway), Code(DischargeCodes.DischargeMethod), Code(DischargeCodes.DischargeDestination), Code(DischargeCodes.CancelReason))
        from moments in Moment.Array[4].Select(all => all.Order().ToArray())
        from days in Maybe(Gen.Int[0, 900]).Array[2]
        from meets in Maybe(Gen.Bool)
        from referred in Gen.Bool
        from work in Maybe(Moment).Array[6]
        from team in Gen.Bool
        from wards in Gen.Int[0, 3]
        from delay in Code(DischargeCodes.DelayReason)
        select new DischargeStatus
        {
            Id = id,
            Trust = "RWW",
            Site = "RWWWH",
            Ward = wards == 0 ? "A1 & <Élan>" : $"W{wards}",
            WardMoves = [.. Enumerable.Range(0, wards).Select(i => new WardMove($"W{i}", $"W{i + 1}", moments[0].AddHours(i + 1)))],
            SpellIdentifier = $"SP-{id:N}",
            NhsNumber = number ? "9990000018" : null,
            NhsNumberStatus = status ?? "07",
            AdmittedAt = moments[0],
            AdmissionMethod = some.Item1,
            AdmitSource = some.Item2,
            PlannedDischargeDate = days[0] is { } planned ? Today.AddDays(planned) : null,
            State = state,
            MeetsCriteria = meets,
            LastReviewedAt = meets is null ? null : moments[1],
            DischargeReadyDate = days[1] is { } ready ? Today.AddDays(ready) : null,
            Pathway = some.Item3,
            CareTransferHubReferred = referred,
            DischargedAt = state == DischargeState.Discharged ? moments[2] : null,
            DischargeMethod = some.Item4,
            DischargeDestination = some.Item5,
            CancelReason = some.Item6,
            CancelReasonText = some.Item6 == "13" ? "Said otherwise." : null,
            Etag = "d4",
            ChangedAt = moments[3],
            CareTransferHubReferredAt = work[0],
            AssessmentDueAt = work[1],
            AssessmentStartedAt = work[2],
            AllocatedAt = work[3],
            DischargeDueAt = work[4],
            Worker = work[5] is { } since ? new AllocatedWorker(since, "E06000006", team ? "Hospital & home" : null, "social worker", team ? null : "SW-7") : null,
            DelayedOn = delay is null ? null : Today,
            DelayReason = delay,
        };
}
