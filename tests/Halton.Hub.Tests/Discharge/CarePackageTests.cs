using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using DischargeStatus = Halton.Hub.Discharge.DischargeStatus;
using HubPackage = Halton.Hub.Discharge.Packages.CarePackage;
using HubState = Halton.Hub.Discharge.DischargeState;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Care at home is on hold while somebody is in hospital: its provider hears of that, and of what becomes of it, and sees nothing else.</summary>
public sealed class CarePackageTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Provider = "HOME-CARE-1";
    private readonly HubUnderTest hub = one.Hub;
    private readonly DischargeService.DischargeServiceClient rww = one.Hub.Discharges("rww");
    private readonly DischargeService.DischargeServiceClient provider = one.Hub.Discharges("home-care-1");

    [Fact]
    public async Task The_provider_hears_that_care_is_on_hold_and_that_it_goes_on()
    {
        var asked = Admission();
        var stay = await rww.RecordAdmissionAsync(asked);
        var list = await hub.Graph("home-care-1", TrustedDocuments.ByName["care-packages.graphql"], new { });
        await using var watch = await EventReader.Open(hub, "home-care-1", TrustedDocuments.ByName["care-package-changed.graphql"], new { resumeToken = list.Data("carePackages.resumeToken").GetString() });
        var held = (await hub.Graph("hbc", TrustedDocuments.ByName["care-hold-package.graphql"], new { input = new { requestId = RequestId(), dischargeId = stay.DischargeId, provider = Provider, reference = "LC-77" } })).Data("holdCarePackage");
        Assert.Equal("held", held.At("state").GetString());
        var mine = (await provider.ListCarePackagesAsync(new())).CarePackages.Single(p => p.DischargeId == stay.DischargeId);
        Assert.Equal((asked.NhsNumber, "LC-77", "RWW", "RWWWH", "held"), (mine.NhsNumber, mine.Reference, mine.Trust, mine.Site, mine.State));
        await hub.Discharges("hbc").HoldCarePackageAsync(Hold(stay)).Refused(StatusCode.AlreadyExists, "CARE_PACKAGE_ALREADY_HELD");

        var ready = await rww.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 5));
        var planned = await rww.AssignPathwayAsync(Assign(stay.DischargeId, "P0", ready.Etag));
        await rww.ConfirmDischargeAsync(Confirm(stay.DischargeId, planned.Etag));
        var after = (await provider.ListCarePackagesAsync(new() { States = { "restarts" } })).CarePackages.Single(p => p.DischargeId == stay.DischargeId);
        Assert.Equal(("home", $"{LondonTime.Day(TimeProvider.System.GetUtcNow().AddHours(-0.1)):yyyy-MM-dd}"), (after.Reason, after.RestartsOn));
        var heard = new List<string>();
        while (!heard.Contains("care-package.restarts"))
        {
            var item = (await watch.Next()).At("data.carePackageChanged");
            if (item.At("kind").GetString() is { } kind && item.At("carePackage.carePackageId").GetString() == mine.CarePackageId)
            {
                heard.Add(kind);
            }
        }

        Assert.Equal(["care-package.held", "care-package.restarts"], heard);
        Assert.Equal("{E06000006,HOME-CARE-1,RWW}", await hub.Value<string>("select min(audience::text) from events.event where record_id = $1", Guid.Parse(mine.CarePackageId)));
    }

    [Fact]
    public async Task The_provider_sees_its_package_and_nothing_of_the_stay()
    {
        var stay = await rww.RecordAdmissionAsync(Admission());
        var package = await rww.HoldCarePackageAsync(Hold(stay));
        await provider.GetDischargeStatusAsync(ById(stay.DischargeId)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        await provider.GetBoardRoundAsync(new() { Site = "RWWWH" }).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        await provider.HoldCarePackageAsync(Hold(stay)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");

        // The walls alone: of the stay nothing, of packages its own.
        Assert.Equal(0, await hub.As(Provider, $"select count(*) from discharge.stay where id = '{stay.DischargeId}'"));
        Assert.Equal(0, await hub.As(Provider, $"select count(*) from discharge.patient where stay_id = '{stay.DischargeId}'"));
        Assert.Equal(0, await hub.As(Provider, $"select count(*) from events.event where record_id = '{stay.DischargeId}'"));
        Assert.Equal(1, await hub.As(Provider, $"select count(*) from discharge.care_package where id = '{package.CarePackageId}'"));
        foreach (var other in new[] { "RBN", "HICAFS", "CARE-HOME-1", "VCFSE-1", "" })
        {
            Assert.Equal(0, await hub.As(other, $"select count(*) from discharge.care_package where id = '{package.CarePackageId}'"));
        }

        Assert.DoesNotContain((await hub.Discharges("rbn").ListCarePackagesAsync(new())).CarePackages, p => p.CarePackageId == package.CarePackageId);
        await hub.Discharges("vcfse-1").ListCarePackagesAsync(new()).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_by_name()
    {
        var stay = await rww.RecordAdmissionAsync(Admission());
        await rww.HoldCarePackageAsync(Hold(stay, h => h.Provider = "")).NamesField("provider", "REQUIRED");
        await rww.HoldCarePackageAsync(Hold(stay, h => h.Provider = "CARE-HOME-1")).NamesField("provider", "PROVIDER_UNKNOWN");
        await rww.HoldCarePackageAsync(Hold(stay, h => h.Reference = new string('x', 61))).NamesField("reference", "TOO_LONG");
        await rww.HoldCarePackageAsync(Hold(stay, h => h.DischargeId = "x")).NamesField("discharge_id", "NOT_A_UUID");
        await hub.Discharges("rbn").HoldCarePackageAsync(Hold(stay)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        await rww.ListCarePackagesAsync(new() { States = { "asleep" } }).NamesField("states", "CODE_UNKNOWN");
        await rww.ListCarePackagesAsync(new() { PageToken = "x" }).NamesField("page_token", "PAGE_TOKEN_INVALID");
        await rww.CancelDischargeAsync(Cancel(stay.DischargeId, stay.Etag));
        await rww.HoldCarePackageAsync(Hold(stay)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
    }

    [Theory]
    [InlineData("1", "19", "P1", "restarts", "home")]
    [InlineData("6", "29", null, "restarts", "home")]
    [InlineData("4", "79", null, "ended", "died")]
    [InlineData("1", "85", "P3", "ended", "care-home")]
    [InlineData("1", "85", "P2", "released", "elsewhere")]
    [InlineData("1", "51", "P2", "released", "elsewhere")]
    [InlineData(null, null, null, "ended", "died", "08")]
    [InlineData(null, null, null, "released", "stay-cancelled", "12")]
    public void Where_the_person_goes_says_what_becomes_of_it(string? method, string? destination, string? pathway, string state, string reason, string? cancelled = null)
    {
        var now = new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.Zero);
        var package = new HubPackage { Id = Guid.CreateVersion7(), StayId = Guid.CreateVersion7(), Provider = Provider, Trust = "RWW", Site = "RWWWH", AdmittedAt = now.AddDays(-5), ChangedAt = now };
        package.Follow(
            new DischargeStatus
            {
                Id = package.StayId,
                Trust = "RWW",
                Site = "RWWWH",
                Ward = "A1",
                SpellIdentifier = "S",
                NhsNumberStatus = "07",
                AdmittedAt = now.AddDays(-5),
                State = cancelled is null ? HubState.Discharged : HubState.Cancelled,
                DischargedAt = cancelled is null ? now : null,
                DischargeMethod = method,
                DischargeDestination = destination,
                Pathway = pathway,
                CancelReason = cancelled,
                Etag = "d5",
                ChangedAt = now,
            },
            now);
        Assert.Equal((state, reason, state == "restarts" ? new DateOnly(2026, 11, 26) : null), (package.State, package.Reason, package.RestartsOn));
    }

    private static HoldCarePackageRequest Hold(Contracts.Discharge.V1.DischargeStatus stay, Action<HoldCarePackageRequest>? change = null)
    {
        var request = new HoldCarePackageRequest { RequestId = RequestId(), DischargeId = stay.DischargeId, Provider = Provider };
        change?.Invoke(request);
        return request;
    }
}
