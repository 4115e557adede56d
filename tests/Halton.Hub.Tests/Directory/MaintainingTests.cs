using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Directory;

/// <summary>Services are taken up, changed, paused and ended by whoever keeps them, once for each request.</summary>
public sealed class MaintainingTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_service_is_taken_up_with_all_its_parts_and_everyone_hears_of_it()
    {
        var world = await DirectoryWorld.In(hub);
        var rows = await world.Rows();
        var created = await world.Create(confidential: true);
        Assert.Equal(
            ["answered", "attribute", "contact", "cost_option", "entry", "event", "funding", "language", "phone", "schedule", "service", "service_area", "service_at_location", "service_words"],
            (await world.Rows()).Split('\n').Except(rows.Split('\n')).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(("active", "open", TimeProvider.System.Today(), null), (created.Status, created.Intake, created.AssuredDate, created.PausedUntil));
        Assert.Equal($"{created.Id:N}-1", created.Etag);
        Assert.Equal("VCFSE-1 t 1", await hub.Value<string>("select maintained_by || ' ' || left(confidential::text, 1) || ' ' || version from directory.service where id = $1", created.Id));
        Assert.Equal(
            "1 1 1 2 1 1 1 1 1",
            await hub.Value<string>("""
                select concat_ws(' ', (select count(*) from directory.schedule s join directory.service_at_location l on l.id = s.service_at_location_id where s.service_id = $1),
                    (select count(*) from directory.service_area where service_id = $1), (select count(*) from directory.service_at_location where service_id = $1),
                    (select count(*) from directory.language where service_id = $1), (select count(*) from directory.funding where service_id = $1),
                    (select count(*) from directory.cost_option where service_id = $1), (select count(*) from directory.contact where service_id = $1),
                    (select count(*) from directory.attribute where service_id = $1), (select count(*) from directory.phone p join directory.contact c on c.id = p.contact_id where service_id = $1))
                """,
                created.Id));
        Assert.Equal("British Sign Language", await hub.Value<string>("select name from directory.language where service_id = $1 and code = 'bfi'", created.Id));
        Assert.Equal("service.created EVERYONE", await hub.Value<string>("select kind || ' ' || audience[1] from directory.event where record_id = $1", created.Id));
        Assert.Equal("CreateService success", await hub.Value<string>("select operation || ' ' || outcome from directory.entry where $1 = any (records)", created.Id));
    }

    [Fact]
    public async Task An_update_says_the_whole_entry_again()
    {
        var world = await DirectoryWorld.In(hub);
        var created = await world.Create(confidential: true);
        var places = await hub.Value<Guid>("select id from directory.service_at_location where service_id = $1", created.Id);
        await hub.Execute("update directory.service set assured_date = '2020-01-01' where id = $1", created.Id);
        var entry = world.Entry with
        {
            Name = "Kettle off",
            Alert = null,
            Intake = "full",
            TermIds = [world.Need.ToString(), world.Top.ToString()],
            LocationIds = [world.Annexe.ToString(), world.Hall.ToString()],
            Schedules = [new() { Freq = "MONTHLY", Byday = "1TU,-1FR", LocationId = world.Hall.ToString() }],
            Contacts = [],
        };
        var updated = await world.The<UpdateService>().Run(world.Call<UpdateService>(), new(RequestId(), created.Id.ToString(), entry, created.Etag), default);
        Assert.Equal(($"{created.Id:N}-2", "full", TimeProvider.System.Today()), (updated.Etag, updated.Intake, updated.AssuredDate));
        Assert.True(updated.LastModified > created.LastModified);
        Assert.Equal("Kettle off  t 2", await hub.Value<string>("select name || ' ' || coalesce(alert, '') || ' ' || left(confidential::text, 1) || ' ' || version from directory.service where id = $1", created.Id));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from directory.service_at_location where service_id = $1", created.Id));
        Assert.Equal(places, await hub.Value<Guid>("select service_at_location_id from directory.schedule where service_id = $1", created.Id));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from directory.contact where service_id = $1", created.Id));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from directory.attribute where service_id = $1", created.Id));
        Assert.Equal("service.updated", await hub.Value<string>("select kind from directory.event where record_id = $1 order by position desc limit 1", created.Id));
        var gone = world.Entry with { LocationIds = [], TermIds = [], Schedules = [] };
        await world.The<UpdateService>().Run(world.Call<UpdateService>(), new(RequestId(), created.Id.ToString(), gone, updated.Etag), default);
        Assert.Equal(0L, await hub.Value<long>("select count(*) from directory.service_at_location where service_id = $1", created.Id));
    }

    [Fact]
    public async Task A_service_is_paused_resumed_assured_filled_and_retired_for_good()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        await hub.Execute("update directory.service set assured_date = '2020-01-01' where id = $1", service.Id);
        var until = TimeProvider.System.Today().AddDays(10);
        await Changes(world).Resume(service).Refused(FaultKind.FailedPrecondition, "SERVICE_NOT_PAUSED");
        service = await Changes(world).Pause(service, "The roof leaks", $"{until:yyyy-MM-dd}");
        Assert.Equal(("temporarily closed", until), (service.Status, service.PausedUntil));
        Assert.Equal("The roof leaks", await hub.Value<string>("select alert from directory.service where id = $1", service.Id));
        service = await Changes(world).Pause(service, null, null);
        Assert.Equal(("temporarily closed", null), (service.Status, service.PausedUntil));
        service = await Changes(world).Resume(service);
        Assert.Equal(("active", null), (service.Status, service.PausedUntil));
        Assert.Equal("", await hub.Value<string>("select coalesce(alert, '') from directory.service where id = $1", service.Id));
        Assert.Equal(new DateOnly(2020, 1, 1), service.AssuredDate);
        service = await Changes(world).Assure(service);
        Assert.Equal(TimeProvider.System.Today(), service.AssuredDate);
        service = await Changes(world).Intake(service, "waiting_list");
        Assert.Equal("waiting_list", service.Intake);
        service = await world.Retire(service);
        Assert.Equal("defunct", service.Status);
        Assert.Equal(
            "service.created service.paused service.paused service.resumed service.assured service.updated service.retired",
            await hub.Value<string>("select string_agg(kind, ' ' order by position) from directory.event where record_id = $1", service.Id));

        var rows = await world.Rows();
        foreach (var (_, change) in Everything(world, service, "vcfse-1"))
        {
            await change().Refused(FaultKind.FailedPrecondition, "SERVICE_RETIRED");
        }

        Assert.Equal(rows, await world.Rows());
    }

    [Fact]
    public async Task A_stranger_an_old_etag_and_an_unknown_id_leave_nothing_behind()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        var rows = await world.Rows();
        var unknown = service with { Id = Guid.CreateVersion7() };
        var old = service with { Etag = $"{service.Id:N}-0" };
        for (var i = 0; i < Everything(world, service, "vcfse-2").Count; i++)
        {
            await Everything(world, service, "vcfse-2")[i].Change().Refused(FaultKind.PermissionDenied, "NOT_YOURS");
            await Everything(world, service, "hbc")[i].Change().Refused(FaultKind.PermissionDenied, "NOT_YOURS");
            await Everything(world, unknown, "vcfse-1")[i].Change().Refused(FaultKind.NotFound, "SERVICE_NOT_FOUND");
            Assert.Equal(service.Etag, (await Everything(world, old, "vcfse-1")[i].Change().Refused(FaultKind.Aborted, "ETAG_MISMATCH")).CurrentEtag);
        }

        Assert.Equal(rows, await world.Rows());
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_has_no_second_effect()
    {
        var world = await DirectoryWorld.In(hub);
        var request = new CreateService.Request(RequestId(), world.Entry);
        var service = await Twice(world, () => world.The<CreateService>().Run(world.Call<CreateService>(), request, default));
        foreach (var (name, _) in Everything(world, service, "vcfse-1"))
        {
            if (name == nameof(ResumeService))
            {
                service = await Changes(world).Pause(service, null, null);
            }

            var id = RequestId();
            var before = service;
            service = await Twice(world, () => Everything(world, before, "vcfse-1", id).Single(c => c.Name == name).Change());
        }

        await world.The<CreateService>().Run(world.Call<CreateService>(), request with { Confidential = true }, default).Refused(FaultKind.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task What_an_entry_refers_to_must_be_there_and_be_the_callers()
    {
        var world = await DirectoryWorld.In(hub);
        var (unknown, rows) = (Guid.CreateVersion7().ToString(), await world.Rows());
        var entry = world.Entry with { OrganizationId = world.Theirs.ToString(), TermIds = [world.Need.ToString(), unknown], LocationIds = [world.TheirHall.ToString(), world.Hall.ToString(), unknown] };
        (string, string)[] wrong = [("organization_id", "ORGANIZATION_UNKNOWN"), ("term_ids[1]", "TERM_UNKNOWN"), ("location_ids[0]", "LOCATION_UNKNOWN"), ("location_ids[2]", "LOCATION_UNKNOWN")];
        await world.Create(entry).NamesFields(wrong);
        await world.Create(world.Entry, partner: "vcfse-2").NamesFields(("organization_id", "ORGANIZATION_UNKNOWN"), ("location_ids[0]", "LOCATION_UNKNOWN"));
        await world.Create(world.Entry with { Languages = ["xx", "pt-BR", "EN", "pt-BR"] }).NamesFields(("languages[0]", "LANGUAGE_UNKNOWN"), ("languages[2]", "LANGUAGE_INVALID"), ("languages[3]", "DUPLICATE"));
        Assert.Equal(rows, await world.Rows());
        var service = await world.Create();
        await world.The<UpdateService>().Run(world.Call<UpdateService>(), new(RequestId(), service.Id.ToString(), entry, service.Etag), default).NamesFields(wrong);
        await Changes(world).Pause(service, "Call 999 054 8609", $"{TimeProvider.System.Today():yyyy-MM-dd}").NamesFields(("reason", "CARRIES_NHS_NUMBER"), ("until", "NOT_IN_THE_FUTURE"));
        await Changes(world).Intake(service, "shut").NamesFields(("intake", "CODE_UNKNOWN"));
        await Changes(world).Assure(service with { Etag = "" }).NamesFields(("etag", "REQUIRED"));
        await Task.Run(() => world.The<AssureService>().Run(world.Call<AssureService>(), new("x", "", ""), default)).NamesFields(("request_id", "NOT_A_UUID"), ("service_id", "REQUIRED"), ("etag", "REQUIRED"));
    }

    [Fact]
    public async Task A_preview_shows_errors_advice_and_changes_and_saves_nothing()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        await hub.Execute("update directory.service set last_modified = now() - interval '40 days' where id = $1", service.Id);
        var rows = await world.Rows();
        var same = await Preview(world, service.Id.ToString(), world.Entry);
        Assert.Equal(("warning", "alert", "ALERT_OLD"), Assert.Single(same.Issues.Select(i => (i.Severity, i.Field, i.Reason))));
        Assert.Empty(same.Changes);

        var entry = world.Entry with { Name = "Kettle off", Alert = null, Description = "Tea", TermIds = [Guid.CreateVersion7().ToString()], MinimumAge = 131, Schedules = [], LocationIds = [world.Annexe.ToString()], Contacts = [], Email = null, Url = null };
        var preview = await Preview(world, service.Id.ToString(), entry);
        Assert.Equal(
            [("error", "minimum_age", "AGE_INVALID"), ("error", "term_ids[0]", "TERM_UNKNOWN"), ("warning", "contacts", "NO_CONTACT"), ("warning", "description", "SHORT_DESCRIPTION"), ("warning", "schedules", "NO_SCHEDULE")],
            preview.Issues.Select(i => (i.Severity, i.Field, i.Reason)).Order());
        Assert.Contains(new PreviewChange("name", "Kettle on", "Kettle off"), preview.Changes);
        Assert.Contains(new PreviewChange("alert", "Bring a mug", null), preview.Changes);
        Assert.Contains(new PreviewChange("schedules", "WEEKLY MO,TH 10:00-12:00 at Hall in-person", null), preview.Changes);
        Assert.DoesNotContain(preview.Changes, c => c.Field == "cost_options");

        var empty = await Preview(world, null, new ServiceEntry());
        Assert.Equal(["NO_CONTACT", "NO_DESCRIPTION", "NO_PLACE", "NO_SCHEDULE", "NO_TERM", "REQUIRED", "REQUIRED"], empty.Issues.Select(i => i.Reason).Order());
        var fresh = await Preview(world, null, world.Entry);
        Assert.Empty(fresh.Issues);
        Assert.Contains(new PreviewChange("cost_options", null, "Everybody £1.50 a session"), fresh.Changes);
        await world.The<PreviewService>().Run(world.Call<PreviewService>("vcfse-2"), new(service.Id.ToString(), world.Entry), default).Refused(FaultKind.PermissionDenied, "NOT_YOURS");
        await world.The<PreviewService>().Run(world.Call<PreviewService>(), new(Guid.CreateVersion7().ToString(), world.Entry), default).Refused(FaultKind.NotFound, "SERVICE_NOT_FOUND");
        Assert.Equal(rows, await world.Rows());
    }

    [Fact]
    public async Task Of_racing_changes_with_one_etag_exactly_one_wins()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                var request = new UpdateService.Request(RequestId(), service.Id.ToString(), world.Entry with { Name = $"Kettle {i}" }, service.Etag);
                return (await world.The<UpdateService>().Run(world.Call<UpdateService>(), request, default)).Etag;
            }
            catch (Fault fault)
            {
                Assert.Equal("ETAG_MISMATCH", fault.Reason);
                return "";
            }
        })));
        Assert.Equal($"{service.Id:N}-2", Assert.Single(outcomes, o => o.Length > 0));
        Assert.Equal(1L, await hub.Value<long>("select count(*) from directory.schedule where service_id = $1", service.Id));
    }

    [Fact]
    public void Who_has_no_business_with_entries_is_refused_by_the_table()
    {
        Assert.Equal("KIND_NOT_ALLOWED", Assert.Throws<Fault>(() => hub.CallOf("trusted-assessor", "CreateService")).Reason);
        Assert.Equal("SCOPE_MISSING", Assert.Throws<Fault>(() => hub.CallOf("rww", "CreateService")).Reason);
        Assert.Equal("SCOPE_MISSING", Assert.Throws<Fault>(() => hub.CallOf("care-home-1", "CreateLocation")).Reason);
        Assert.NotNull(hub.CallOf("care-home-1", "UpdateLocation"));
    }

    private static Steps Changes(DirectoryWorld world) => new(world);

    private static Task<ServicePreview> Preview(DirectoryWorld world, string? id, ServiceEntry entry) => world.The<PreviewService>().Run(world.Call<PreviewService>(), new(id, entry), default);

    /// <summary>Every change of a service, in an order in which all succeed.</summary>
    private static List<(string Name, Func<Task<ServiceAnswer>> Change)> Everything(DirectoryWorld world, ServiceAnswer service, string partner, string? request = null)
    {
        var (id, etag) = (service.Id.ToString(), service.Etag);
        request ??= RequestId();
        return
        [
            (nameof(UpdateService), () => world.The<UpdateService>().Run(Call<UpdateService>(), new(request, id, world.Entry, etag), default)),
            (nameof(PauseService), () => world.The<PauseService>().Run(Call<PauseService>(), new(request, id, null, null, etag), default)),
            (nameof(ResumeService), () => world.The<ResumeService>().Run(Call<ResumeService>(), new(request, id, etag), default)),
            (nameof(AssureService), () => world.The<AssureService>().Run(Call<AssureService>(), new(request, id, etag), default)),
            (nameof(SetIntake), () => world.The<SetIntake>().Run(Call<SetIntake>(), new(request, id, "full", etag), default)),
            (nameof(RetireService), () => world.The<RetireService>().Run(Call<RetireService>(), new(request, id, etag), default)),
        ];

        Call Call<T>() => world.Call<T>(partner);
    }

    private async Task<ServiceAnswer> Twice(DirectoryWorld world, Func<Task<ServiceAnswer>> change)
    {
        var first = await change();
        var (rows, audited) = (await Effect(), await hub.Value<long>("select count(*) from directory.entry"));
        Assert.Equal(first, await change());
        Assert.Equal(rows, await Effect());
        Assert.Equal(audited + 1, await hub.Value<long>("select count(*) from directory.entry"));
        Assert.Equal(first, JsonSerializer.Deserialize<ServiceAnswer>(JsonSerializer.Serialize(first)));
        return first;

        // A repeat leaves its line in the record of calls, and nothing else.
        async Task<string> Effect() => string.Join('\n', (await world.Rows()).Split('\n').Where(line => !line.StartsWith("entry ", StringComparison.Ordinal)));
    }

    private sealed record Steps(DirectoryWorld World)
    {
        public async Task<ServiceAnswer> Pause(ServiceAnswer s, string? reason, string? until) => await World.The<PauseService>().Run(World.Call<PauseService>(), new(RequestId(), s.Id.ToString(), reason, until, s.Etag), default);

        public async Task<ServiceAnswer> Resume(ServiceAnswer s) => await World.The<ResumeService>().Run(World.Call<ResumeService>(), new(RequestId(), s.Id.ToString(), s.Etag), default);

        public async Task<ServiceAnswer> Assure(ServiceAnswer s) => await World.The<AssureService>().Run(World.Call<AssureService>(), new(RequestId(), s.Id.ToString(), s.Etag), default);

        public async Task<ServiceAnswer> Intake(ServiceAnswer s, string intake) => await World.The<SetIntake>().Run(World.Call<SetIntake>(), new(RequestId(), s.Id.ToString(), intake, s.Etag), default);
    }
}
