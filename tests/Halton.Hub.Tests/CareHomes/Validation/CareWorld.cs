using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>Two councils and fresh homes around them; it speaks in what councils do.</summary>
internal sealed class CareWorld
{
    /// <summary>Halton.</summary>
    public const string Halton = "E06000006";

    /// <summary>Liverpool, which places too.</summary>
    public const string Liverpool = "E08000012";

    private static int homes;
    private static int references;

    private CareWorld(HubUnderTest hub) => Hub = hub;

    public HubUnderTest Hub { get; }

    public TimeProvider Clock => Hub.Services.GetRequiredService<TimeProvider>();

    public string Today => Day(0);

    public static async Task<CareWorld> In(HubUnderTest hub)
    {
        await hub.Execute($"insert into access.organization (code, name, kind, local_authority) values ('{Liverpool}', 'Liverpool City Council', 'Council', '{Liverpool}') on conflict do nothing");
        await hub.Execute("insert into carehomes.provider (provider_id, name, registration_status, synced_at) values ('1-999', 'Thistlequay Care', 'Registered', now()) on conflict do nothing");
        return new CareWorld(hub);
    }

    public string Day(int days) => $"{Clock.Today().AddDays(days):yyyy-MM-dd}";

    public T The<T>()
        where T : notnull => Hub.Services.GetRequiredService<T>();

    /// <summary>A call as an organisation makes it.</summary>
    public Call As(string organization, string operation, OrganizationKind kind = OrganizationKind.Council)
    {
        var rule = The<AccessTable>().Doors.Values.First(r => r.Name == operation);
        var caller = new Caller($"partner-of-{organization}", organization, kind, ScopeSet.None, new HashSet<string> { "TREAT" }, "test", DateTimeOffset.MaxValue);
        return new Call(caller, rule, rule.AboutPerson ? "TREAT" : "", "test");
    }

    /// <summary>A firing of a job.</summary>
    public Task<ClockCaller> Firing(string job) => Hub.Firing(job);

    /// <summary>A fresh home in Warrington that is good in every way.</summary>
    public async Task<CareHome> Home(Action<CareHome>? change = null)
    {
        var now = Clock.GetUtcNow().Kept();
        var model = Facts.Home();
        var home = new CareHome
        {
            Id = Guid.CreateVersion7(),
            LocationId = $"1-9992{Interlocked.Increment(ref homes):D5}",
            ProviderId = "1-999",
            Name = $"Thistlequay {homes:D4}",
            IsCareHome = true,
            RegistrationStatus = "Registered",
            LocalAuthority = model.LocalAuthority,
            LocalAuthorityName = model.LocalAuthorityName,
            ServiceTypes = model.ServiceTypes,
            Specialisms = model.Specialisms,
            Latitude = model.Latitude,
            Longitude = model.Longitude,
            RatingOverall = "good",
            RatingSafe = "good",
            RatingEffective = "good",
            RatingCaring = "good",
            RatingResponsive = "good",
            RatingWellLed = "good",
            LastInspectionDate = Clock.Today().AddMonths(-7),
            SyncedAt = now,
            ChangedAt = now,
        };
        change?.Invoke(home);
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(Hub.Owner).Options);
        db.Add(home);
        await db.SaveChangesAsync();
        return home;
    }

    public RecordHostReply.Request Answer(CareHome home, Func<RecordHostReply.Request, RecordHostReply.Request>? change = null)
    {
        var request = new RecordHostReply.Request(RequestId(), home.LocationId, Day(-3), Today, true, new Coding("", "none"), false, false, false, "QA/2026/17");
        return change?.Invoke(request) ?? request;
    }

    public async Task<ValidationState> Answered(CareHome home, string council = Halton, Func<RecordHostReply.Request, RecordHostReply.Request>? change = null) =>
        await The<RecordHostReply>().Run(As(council, "RecordHostReply"), Answer(home, change), CancellationToken.None);

    public async Task<Contract> Contracted(CareHome home, string council = Halton) => await The<RecordContract>().Run(
        As(council, "RecordContract"), new(RequestId(), home.LocationId, new Coding("", "spot"), $"FPS-{Interlocked.Increment(ref references)}", Day(-30), null, Day(700)), CancellationToken.None);

    /// <summary>A home with a contract and a good answer: valid.</summary>
    public async Task<(CareHome Home, ValidationState Validation)> Valid(string council = Halton)
    {
        var home = await Home();
        await Contracted(home, council);
        return (home, await Answered(home, council));
    }

    public async Task<ValidationState> Get(CareHome home, string organization = Halton, OrganizationKind kind = OrganizationKind.Council, string? council = null) =>
        await The<GetValidation>().Run(As(organization, "GetValidation", kind), home.LocationId, council, CancellationToken.None);

    public OverrideValidation.Request Word(CareHome home, string etag) =>
        new(RequestId(), home.LocationId, "Alba Quillrow", "Director of Adult Social Services", "No other home within reach meets the need.", ["Weekly calls."], Day(60), etag);

    public async Task<ValidationState> Overridden(OverrideValidation.Request request, string council = Halton) =>
        await The<OverrideValidation>().Run(As(council, "OverrideValidation"), request, CancellationToken.None);

    public ImposeSanction.Request Sanction(CareHome home, string kind = "admissions-suspended") =>
        new(RequestId(), home.LocationId, new Coding("", kind), "Staffing is too thin at night.", Today, null);

    public async Task<SanctionState> Sanctioned(CareHome home, string council = Halton, string kind = "admissions-suspended") =>
        await The<ImposeSanction>().Run(As(council, "ImposeSanction"), Sanction(home, kind), CancellationToken.None);

    public RecordPlacement.Request Placing(CareHome home, string? number = null) => new(
        RequestId(), $"ASC-{Interlocked.Increment(ref references)}", number ?? NhsNumber(), home.LocationId, new Coding("", "dementia-nursing"), new Coding("", "own-choice"), Day(-100), Day(-103), null);

    public async Task<PlacementState> Placed(RecordPlacement.Request request, string council = Halton) =>
        await The<RecordPlacement>().Run(As(council, "RecordPlacement"), request, CancellationToken.None);

    /// <summary>What the CQC sync does when CQC says something new of a home.</summary>
    public async Task Cqc(CareHome home, Action<CareHome> change, string why)
    {
        var clock = await Firing("CqcDirectorySync");
        await The<OneSave>().Run(
            clock.Call,
            clock.RequestId(home.LocationId),
            home.LocationId,
            async save =>
            {
                var known = await save.Db.Set<CareHome>().SingleAsync(h => h.Id == home.Id);
                change(known);
                (known.ChangedAt, known.SyncedAt, known.Version) = (save.Now, save.Now, known.Version + 1);
                await ReopenValidations.Reopen(save, known, why, CancellationToken.None);
                return known;
            },
            known => known.Id,
            CancellationToken.None);
    }

    public async Task<long> Revalidate() => (await The<RevalidateOutOfBorough>().Run(await Firing("OutOfBoroughValidation"), CancellationToken.None)).Named["validations looked at"];

    /// <summary>How many rows there are of all that a save leaves.</summary>
    public Task<long[]> Rows() => Hub.Value<long[]>("""
        select array[(select count(*) from carehomes.validation), (select count(*) from carehomes.validation_task), (select count(*) from carehomes.host_reply),
            (select count(*) from carehomes.contract), (select count(*) from carehomes.pamms_assessment), (select count(*) from carehomes.sanction),
            (select count(*) from carehomes.assessor_agreement), (select count(*) from carehomes.sharing_agreement), (select count(*) from placement.standing_placement),
            (select count(*) from placement.access), (select count(*) from events.event), (select count(*) from requests.answered),
            (select count(*) from audit.entry where outcome = 'success')]
        """);

    /// <summary>The kinds of event that tell of a record, in their order.</summary>
    public Task<string> Events(Guid record) => Hub.Value<string>("select coalesce(string_agg(kind, ' ' order by xid, position), '') from events.event where record_id = $1", record);
}
