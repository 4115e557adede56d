using Grpc.Core;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Tests.Placement;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using FhirTask = Hl7.Fhir.Model.Task;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Tests.Transport.Fhir;

/// <summary>The FHIR door over HTTP and gRPC: reads, searches, pages, versions, refusals, and who sees what. All that it answers is read strictly.</summary>
public sealed class FhirDoorTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Metadata_tells_what_is_served_to_anybody()
    {
        var answer = await hub.FhirWith(null, "metadata", purpose: null);
        Assert.Equal((200, FhirJson.MediaType), (answer.Status, answer.Media));
        var statement = (CapabilityStatement)answer.Resource!;
        Assert.Equal(FHIRVersion.N4_0_1, statement.FhirVersion);
        Assert.Equal(hub.Services.GetServices<FhirSource>().Select(s => s.Type).Distinct().Order(), statement.Rest[0].Resource.Select(r => r.Type!));
    }

    [Fact]
    public async Task A_record_is_read_as_the_other_doors_tell_it_and_the_look_is_on_record()
    {
        var world = await BedWorld.In(hub);
        var (stay, home) = (await world.Ready(), await world.Home("CARE-HOME-1"));
        var assessment = await world.Assessed(stay);
        var offer = await world.Offered(home, assessment);
        var looked = await hub.Value<long>("select count(*) from audit.entry where operation = 'GetDischargeStatus' and outcome = 'success' and $1 = any (records)", stay.Id);
        var encounter = await hub.Fhir("rww", $"Encounter/{stay.Id}");
        Assert.Equal((200, $"W/\"{stay.Etag}\"", FhirJson.MediaType), (encounter.Status, encounter.Etag, encounter.Media));
        Assert.Equal(looked + 1, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetDischargeStatus' and outcome = 'success' and $1 = any (records)", stay.Id));
        var status = hub.Services.GetRequiredService<DischargeFhir>().Take((Encounter)encounter.Resource!);
        Assert.Equal((stay.NhsNumber, DischargeState.Planned, "P3", stay.Ward), (status.NhsNumber, status.State, status.Pathway, status.Ward));

        var response = await hub.Fhir("trusted-assessor", $"QuestionnaireResponse/{assessment.Id}");
        Assert.Equal(assessment.NhsNumber, hub.Services.GetRequiredService<AssessmentFhir>().Take((QuestionnaireResponse)response.Resource!).NhsNumber);

        // The home learns who it is once it has said yes.
        var task = (FhirTask)(await hub.Fhir("care-home-1", $"Task/{offer.Id}")).Resource!;
        Assert.Null(task.For);
        Assert.Equal(FhirTask.TaskStatus.Requested, task.Status);
        var accepted = await world.Answered(offer, OfferAnswer.Accept);
        task = (FhirTask)(await hub.Fhir("care-home-1", $"Task/{offer.Id}")).Resource!;
        Assert.Equal((FhirTask.TaskStatus.Accepted, assessment.NhsNumber), (task.Status, task.For!.Identifier!.Value));
        var reserved = (FhirTask)(await hub.Fhir("hbc", $"Task/{offer.ReservationId}")).Resource!;
        Assert.Equal("bed-reservation", reserved.Code!.Coding[0].Code);
        var placed = await world.Confirmed(world.Confirming(accepted));
        var episode = (EpisodeOfCare)(await hub.Fhir("hbc", $"EpisodeOfCare/{placed.Id}")).Resource!;
        Assert.Equal(placed with { AdmittedAt = null }, hub.Services.GetRequiredService<PlacementFhir>().Take(episode));
        Assert.Equal(Encounter.EncounterStatus.Finished, ((Encounter)(await hub.Fhir("rww", $"Encounter/{stay.Id}")).Resource!).Status);
    }

    [Fact]
    public async Task Who_may_not_see_a_record_meets_what_the_other_doors_say()
    {
        var world = await BedWorld.In(hub);
        var offer = await world.Offered(await world.Home("CARE-HOME-1"));
        Assert.Equal((404, "REC_NOT_FOUND", "DISCHARGE_NOT_FOUND", ""), (await hub.Fhir("rbn", $"Encounter/{offer.StayId}")).Issue);
        Assert.Equal((404, "REC_NOT_FOUND", "RESOURCE_NOT_FOUND", ""), (await hub.Fhir("care-home-2", $"Task/{offer.Id}")).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await hub.Fhir("care-home-1", $"QuestionnaireResponse/{offer.AssessmentId}")).Issue);
        Assert.Equal((404, "REC_NOT_FOUND", "RESOURCE_NOT_FOUND", ""), (await hub.Fhir("care-home-1", $"Task/{offer.ReservationId}")).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await hub.Fhir("vcfse-1", $"Encounter/{offer.StayId}")).Issue);
        Assert.Equal((401, "REC_UNAUTHORIZED"), (await hub.FhirWith(null, $"Encounter/{offer.StayId}")).Issue is var refused ? (refused.Status, refused.Code) : default);
        Assert.Equal((400, "REC_BAD_REQUEST", "PURPOSE_REQUIRED", "purpose-of-use"), (await hub.Fhir("rww", $"Encounter/{offer.StayId}", purpose: null)).Issue);
        Assert.Equal((404, "REC_NOT_FOUND", "TYPE_NOT_SERVED", ""), (await hub.Fhir("rww", "Medication/1")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "NOT_A_UUID", "discharge_id"), (await hub.Fhir("rww", "Encounter/1")).Issue);
        Assert.Equal((404, "REC_NOT_FOUND", "NO_SUCH_ADDRESS", ""), (await hub.Fhir("rww", "Encounter/1/2/3")).Issue);
        Assert.Equal((405, "SEND_METHOD_NOT_ALLOWED", "METHOD_NOT_ALLOWED", ""), (await hub.Fhir("rww", $"Encounter/{offer.StayId}", change: r => r.Method = HttpMethod.Delete)).Issue);
        Assert.Equal((406, "REC_NOT_ACCEPTABLE", "MEDIA_NOT_SERVED", ""), (await hub.Fhir("rww", $"Encounter/{offer.StayId}", change: r => r.Headers.Accept.ParseAdd("application/fhir+xml"))).Issue);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from audit.entry where partner = 'vcfse-1' and operation = 'GetDischargeStatus' and outcome = 'KIND_NOT_ALLOWED'"));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var stay = await (await BedWorld.In(hub)).Ready();
        foreach (var given in new[] { $"W/\"{stay.Etag}\"", $"W/\"x\", W/\"{stay.Etag}\"", "*" })
        {
            var same = await hub.Fhir("rww", $"Encounter/{stay.Id}", change: r => r.Headers.TryAddWithoutValidation("If-None-Match", given));
            Assert.Equal((304, null), (same.Status, same.Resource));
        }

        Assert.Equal(200, (await hub.Fhir("rww", $"Encounter/{stay.Id}", change: r => r.Headers.TryAddWithoutValidation("If-None-Match", "W/\"d0\""))).Status);
    }

    [Fact]
    public async Task A_search_is_narrowed_by_each_parameter()
    {
        var world = await BedWorld.In(hub);
        var (stay, other) = (await world.Ready(), await world.Ready());
        var spell = stay.SpellIdentifier;
        Assert.Equal([$"{stay.Id}"], (await hub.Fhir("rww", $"Encounter?identifier={FhirNames.Spell}|{spell}")).Ids);
        Assert.Equal([$"{stay.Id}"], (await hub.Fhir("rww", $"Encounter?identifier={spell}&status=in-progress")).Ids);
        Assert.Empty((await hub.Fhir("rww", $"Encounter?identifier={spell}&status=finished,cancelled")).Ids);
        Assert.Empty((await hub.Fhir("rbn", $"Encounter?identifier={spell}")).Ids);
        Assert.Equal([$"{stay.Id}"], (await hub.FhirSearch("rww", "Encounter", ("patient:identifier", $"{FhirNames.NhsNumber}|{stay.NhsNumber}"))).Ids);
        Assert.Equal([$"{other.Id}"], (await hub.Fhir("rww", $"Encounter?_id={other.Id}")).Ids);
        Assert.Empty((await hub.Fhir("rbn", $"Encounter?_id={other.Id}")).Ids);
        var (changed, admitted) = (stay.ChangedAt, stay.AdmittedAt);
        foreach (var (condition, there) in new[]
        {
            ($"_lastUpdated=ge{changed:yyyy-MM-ddTHH:mm:ss.ffffffZ}", true), ($"_lastUpdated=gt{changed:yyyy-MM-ddTHH:mm:ss.ffffffZ}", false), ($"_lastUpdated=lt{changed:yyyy-MM-ddTHH:mm:ss.ffffffZ}", false),
            ($"_lastUpdated={changed:yyyy-MM-ddTHH:mm:ssZ}", true), ($"date={admitted:yyyy}", true), ($"date=ge{admitted.AddDays(2):yyyy-MM-dd}", false), ($"date=le{admitted.AddDays(1):yyyy-MM-dd}", true),
            ($"date=ge{admitted.AddDays(-1):yyyy-MM-dd}&date=lt{admitted.AddDays(2):yyyy-MM-dd}", true), ($"date=lt{admitted.AddDays(-1):yyyy-MM-dd}", false),
        })
        {
            Assert.True((await hub.Fhir("rww", $"Encounter?identifier={spell}&{condition.Replace("+", "%2B", StringComparison.Ordinal)}")).Ids.Count == (there ? 1 : 0), condition);
        }
    }

    [Fact]
    public async Task A_search_of_several_kinds_turns_pages_through_all_of_them()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home("CARE-HOME-1", 6);
        var since = TimeProvider.System.GetUtcNow();
        var offers = new List<OfferState>();
        for (var i = 0; i < 3; i++)
        {
            offers.Add(await world.Offered(home));
        }

        var released = await world.Released(await world.Reserved(BedWorld.Asking(await world.Assessed(), home)));
        var expected = offers.SelectMany(o => new[] { $"{o.Id}", $"{o.ReservationId}" }).Append($"{released.Id}").Order().ToList();
        var (seen, next) = (new List<string>(), (string?)$"Task?_count=2&date=ge{since:yyyy-MM-ddTHH:mm:ss.ffffffZ}");
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages < 10);
            var page = await hub.Fhir("trusted-assessor", next);
            Assert.True(page.Ids.Count <= 2);
            seen.AddRange(page.Ids);
            next = page.Next;
        }

        Assert.Equal(expected, seen.Order());
        Assert.Equal(3, (await hub.Fhir("trusted-assessor", $"Task?code=placement-offer&date=ge{since:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).Ids.Count);
        Assert.Equal([$"{released.Id}"], (await hub.Fhir("trusted-assessor", $"Task?status=cancelled&date=ge{since:yyyy-MM-ddTHH:mm:ss.ffffffZ}&code={FhirNames.TaskKind}|bed-reservation")).Ids);

        // A home meets offers only, and by number only those that it has accepted.
        Assert.All((await hub.Fhir("care-home-1", "Task")).Bundle.Entry, e => Assert.Equal("placement-offer", ((FhirTask)e.Resource!).Code!.Coding[0].Code));
        var number = await hub.Value<string>("select nhs_number from placement.offer where id = $1", offers[0].Id);
        Assert.Empty((await hub.FhirSearch("care-home-1", "Task", ("patient:identifier", number))).Ids);
        await world.Answered(offers[0], OfferAnswer.Accept);
        var found = await hub.FhirSearch("care-home-1", "Task", ("patient:identifier", number));
        Assert.Equal([$"{offers[0].Id}"], found.Ids);
        Assert.DoesNotContain(number, found.Bundle.Link[0].Url, StringComparison.Ordinal);

        // A page's token is the caller's and the search's own.
        var first = await hub.Fhir("trusted-assessor", "Task?_count=1&code=placement-offer");
        Assert.Equal((400, "REC_BAD_REQUEST", "PAGE_TOKEN_INVALID", "page_token"), (await hub.Fhir("hbc", first.Next!)).Issue);
        Assert.Equal("PAGE_TOKEN_INVALID", (await hub.Fhir("trusted-assessor", first.Next! + "&status=accepted")).Issue.Reason);
        Assert.Equal("PAGE_TOKEN_INVALID", (await hub.Fhir("trusted-assessor", first.Next! + "&_lastUpdated=ge2020")).Issue.Reason);
        Assert.Equal("PAGE_TOKEN_INVALID", (await hub.Fhir("trusted-assessor", "Task?_page=7.x")).Issue.Reason);
    }

    [Theory]
    [InlineData("Encounter?name=x", "parameter", "PARAMETER_UNKNOWN")]
    [InlineData("Encounter?status=in-progress&status=finished", "status", "PARAMETER_TWICE")]
    [InlineData("Encounter?status=asleep", "status", "STATUS_UNKNOWN")]
    [InlineData("Encounter?_count=0", "_count", "NOT_A_NUMBER")]
    [InlineData("Encounter?_count=201", "page_size", "PAGE_SIZE_INVALID")]
    [InlineData("Encounter?_count=-1", "_count", "NOT_A_NUMBER")]
    [InlineData("Encounter?date=2026-02-30", "date", "NOT_A_DATE")]
    [InlineData("Encounter?date=ap2026", "date", "PREFIX_UNKNOWN")]
    [InlineData("Encounter?_lastUpdated=yesterday", "_lastUpdated", "NOT_A_DATE")]
    [InlineData("Encounter?identifier=https://elsewhere.example|1", "identifier", "SYSTEM_UNKNOWN")]
    [InlineData("Encounter?identifier=a,b", "identifier", "TOKEN_FORM")]
    [InlineData("Encounter?code=x", "code", "CODE_UNKNOWN")]
    [InlineData("Encounter?patient:identifier=9990000019", "patient:identifier", "NHS_NUMBER_INVALID")]
    [InlineData("Encounter?patient:identifier=https://elsewhere.example|9990000018", "patient:identifier", "SYSTEM_UNKNOWN")]
    [InlineData("Encounter?_id=x&status=finished", "_id", "ID_ALONE")]
    [InlineData("Task?identifier=1", "identifier", "SYSTEM_UNKNOWN")]
    public async Task A_wrong_parameter_is_named(string address, string field, string reason) => Assert.Equal((400, "REC_BAD_REQUEST", reason, field), (await hub.Fhir("hbc", address)).Issue);

    [Fact]
    public async Task The_same_over_gRPC()
    {
        var world = await BedWorld.In(hub);
        var stay = await world.Ready();
        var client = new FhirExchangeService.FhirExchangeServiceClient(hub.Channel("rww"));
        var read = await client.ReadAsync(new ReadRequest { Type = "Encounter", Id = $"{stay.Id}" });
        Assert.Equal(("Encounter", $"{stay.Id}", stay.Etag, stay.ChangedAt), (read.Type, read.Id, read.Etag, read.LastUpdated.ToDateTimeOffset()));
        Assert.Equal(FhirJson.Write((await hub.Fhir("rww", $"Encounter/{stay.Id}")).Resource!), read.Json);
        Assert.Equal("", (await client.ReadAsync(new ReadRequest { Type = "Encounter", Id = $"{stay.Id}", IfNoneMatch = stay.Etag })).Json);
        var found = await client.SearchAsync(new SearchRequest { Type = "Encounter", Parameters = { new Parameter { Name = "_count", Value = "1" } } });
        Assert.Single(((Bundle)FhirJson.Read(System.Text.Encoding.UTF8.GetBytes(found.Json))).Entry);
        var more = await client.SearchAsync(new SearchRequest { Type = "Encounter", Parameters = { new Parameter { Name = "_count", Value = "1" }, new Parameter { Name = "_page", Value = found.NextPageToken } } });
        Assert.NotEqual(found.Json, more.Json);

        Assert.Equal(StatusCode.NotFound, (await Refused(new FhirExchangeService.FhirExchangeServiceClient(hub.Channel("rbn")), stay.Id)).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Refused(new FhirExchangeService.FhirExchangeServiceClient(hub.Channel("care-home-1")), stay.Id)).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Refused(new FhirExchangeService.FhirExchangeServiceClient(hub.Channel("vcfse-1")), stay.Id)).StatusCode);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from audit.entry where partner = 'care-home-1' and operation = 'GetDischargeStatus' and outcome = 'KIND_NOT_ALLOWED'"));
    }

    [Fact]
    public void What_the_code_says_in_schema_fhir_is_there_and_right()
    {
        var folder = Path.Combine(HouseTests.Repository(), "schema", "fhir");
        var files = FhirDefinitions.Files(hub.Services.GetServices<FhirSource>());
        foreach (var (name, text) in files)
        {
            Assert.Equal(text, File.ReadAllText(Path.Combine(folder, name)));
            Assert.StartsWith(FhirJson.Read(System.Text.Encoding.UTF8.GetBytes(text)).TypeName, name, StringComparison.Ordinal);
        }

        Assert.Equal(files.Select(f => f.Name).Order(StringComparer.Ordinal), new[] { "StructureDefinition-*.json", "OperationOutcome-*.json" }.SelectMany(kind => System.IO.Directory.EnumerateFiles(folder, kind)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(System.IO.Directory.EnumerateFiles(folder, "CodeSystem-*.json"), file => Assert.IsType<CodeSystem>(FhirJson.Read(File.ReadAllBytes(file))));
    }

    private static async Task<RpcException> Refused(FhirExchangeService.FhirExchangeServiceClient client, Guid id) =>
        await Assert.ThrowsAsync<RpcException>(async () => await client.ReadAsync(new ReadRequest { Type = "Encounter", Id = $"{id}" }));
}
