using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>People who are ready to leave, homes with beds, and assessors who hold them; it speaks in what assessors do.</summary>
internal sealed class BedWorld
{
    /// <summary>The organisation of trusted assessors.</summary>
    public const string Assessor = "HALTON-TA";

    /// <summary>Another one.</summary>
    public const string OtherAssessor = "OTHER-TA";

    /// <summary>The trust.</summary>
    public const string Trust = "RWW";

    /// <summary>The kind of bed that everybody needs here.</summary>
    public const string Kind = "general-residential";

    private static int cases;

    private BedWorld(CareWorld care) => Care = care;

    public CareWorld Care { get; }

    public static async Task<BedWorld> In(HubUnderTest hub)
    {
        var care = await CareWorld.In(hub);
        await hub.Execute($"insert into access.organization (code, name, kind) values ('{OtherAssessor}', 'Hollinbrook Assessors', 'TrustedAssessor') on conflict do nothing");
        return new BedWorld(care);
    }

    /// <summary>A home in the borough with so many free beds of the kind, and an agreement with the assessors.</summary>
    public async Task<CareHome> Home(int available, int maximum = 20, Action<CareHome>? change = null)
    {
        var home = await Care.Home(h =>
        {
            h.LocalAuthority = CareWorld.Halton;
            change?.Invoke(h);
        });
        await Returned(home, maximum - available, 0, available);
        await Agreed(home, Assessor);
        await Agreed(home, OtherAssessor);
        return home;
    }

    /// <summary>The home's return of this moment, straight into the database.</summary>
    public async Task Returned(CareHome home, int occupied, int reserved, int available, bool accepting = true, string asOf = "clock_timestamp()")
    {
        await Care.Hub.Execute(
            $"""
            insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, closure_reason, told_stale, version)
            values ($1, {asOf}, now(), 'home', $2, case when $2 then null else 'quality' end, false, 1)
            on conflict (home_id) do update set as_of = excluded.as_of, accepting_admissions = excluded.accepting_admissions, closure_reason = excluded.closure_reason
            """,
            home.Id,
            accepting);
        await Care.Hub.Execute(
            "insert into carehomes.bed_capacity values ($1, $2, $3, $4, $5, $6) on conflict (home_id, bed_type) do update set maximum = excluded.maximum, occupied = excluded.occupied, reserved = excluded.reserved, available = excluded.available",
            home.Id,
            Kind,
            occupied + reserved + available,
            occupied,
            reserved,
            available);
    }

    /// <summary>An agreement of a home with assessors.</summary>
    public async Task Agreed(CareHome home, string assessor, params string[] competencies)
    {
        await using var db = Owner();
        db.Add(new AssessorAgreement
        {
            Id = Guid.CreateVersion7(),
            HomeId = home.Id,
            Assessor = assessor,
            Council = CareWorld.Halton,
            Competencies = [.. competencies.DefaultIfEmpty("residential")],
            ValidFrom = Care.Clock.Today().AddDays(-30),
            ReviewDue = Care.Clock.Today().AddDays(300),
            RecordedAt = Care.Clock.GetUtcNow().Kept(),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>A person who is ready to leave on a pathway, shared with assessors.</summary>
    public async Task<Stay> Ready(string pathway = "P3", string assessor = Assessor)
    {
        var now = Care.Clock.GetUtcNow().Kept();
        var id = Guid.CreateVersion7();
        var stay = new Stay
        {
            Id = id,
            Trust = Trust,
            Site = await Care.Hub.Value<string>("select code from access.site where organization = $1 limit 1", Trust),
            Ward = "A1",
            SpellIdentifier = $"SP-{id:N}",
            NhsNumber = NhsNumber(),
            NhsNumberStatus = "01",
            AdmittedAt = now.AddDays(-9),
            ChangedAt = now,
            Patient = new Patient { Family = "Quennelthorpe", Given = ["Orla"], LocalAuthority = CareWorld.Halton },
        };
        stay.Review(new CriteriaReview { Id = Guid.CreateVersion7(), StayId = id, ReviewedAt = now.AddDays(-1), ReviewerRole = "consultant", Criteria = [] });
        stay.Assign(new PathwayDecision { Id = Guid.CreateVersion7(), StayId = id, Pathway = pathway, DecidedAt = now.AddHours(-20), DecidedByRole = "ward sister", CareTransferHubReferred = true });
        await using var db = Owner();
        db.Add(stay);
        foreach (var (org, relationship) in new[] { (Trust, "trust"), (CareWorld.Halton, "residence"), (assessor, "assessor") })
        {
            db.Add(new StayAccess { Org = org, StayId = id, Relationship = relationship, GrantedBy = Trust, AdmittedAt = stay.AdmittedAt, Open = true });
        }

        await db.SaveChangesAsync();
        return stay;
    }

    /// <summary>An assessment of a person.</summary>
    public async Task<Assessment> Assessed(Stay? stay = null, string assessor = Assessor, Action<Assessment>? change = null)
    {
        stay ??= await Ready(assessor: assessor);
        var now = Care.Clock.GetUtcNow().Kept();
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(),
            StayId = stay.Id,
            NhsNumber = stay.NhsNumber,
            Trust = Trust,
            Council = CareWorld.Halton,
            Assessor = assessor,
            Content = new AssessmentContent
            {
                AssessedBy = "assessor 7",
                Needs = new AssessedNeeds { BedType = Kind, Infection = AssessedNeeds.NoInfection },
                Preferences = new AssessedPreferences(),
                Funding = "local-authority",
                ConsentBasis = "own-consent",
                Capacity = "has-capacity",
            },
            AssessedAt = now.AddHours(-1),
            ValidUntil = now.AddHours(71),
            ChangedAt = now,
        };
        change?.Invoke(assessment);
        await using var db = Owner();
        db.Add(assessment);
        db.Add(new AssessmentVersion
        {
            AssessmentId = assessment.Id,
            Version = 1,
            Content = assessment.Content,
            AssessedAt = assessment.AssessedAt,
            ValidUntil = assessment.ValidUntil,
            RecordedAt = now,
        });
        await db.SaveChangesAsync();
        return assessment;
    }

    /// <summary>A call of the assessors.</summary>
    public Call As(string operation, string assessor = Assessor) => Care.As(assessor, operation, OrganizationKind.TrustedAssessor);

    public static ReserveBed.Request Asking(Assessment assessment, params CareHome[] homes) => new(RequestId(), assessment.Id.ToString(), [.. homes.Select(h => h.LocationId)], 0);

    public async Task<ReservationState> Reserved(ReserveBed.Request request, string assessor = Assessor) =>
        await Care.The<ReserveBed>().Run(As("ReserveBed", assessor), request, CancellationToken.None);

    public async Task<ReservationState> Released(ReservationState held, string reason = "not-needed", string assessor = Assessor) =>
        await Care.The<ReleaseBed>().Run(As("ReleaseBed", assessor), new(RequestId(), held.Id.ToString(), new Coding("", reason), held.Etag), CancellationToken.None);

    public async Task<ReservationState> Extended(ReservationState held, int minutes, string assessor = Assessor) =>
        await Care.The<ExtendReservation>().Run(As("ExtendReservation", assessor), new(RequestId(), held.Id.ToString(), minutes, held.Etag), CancellationToken.None);

    /// <summary>Lets a hold's time run out.</summary>
    public Task<int> RunOut(ReservationState held) =>
        Care.Hub.Execute("update carehomes.bed_hold set held_at = held_at - interval '80 hours', held_until = clock_timestamp() - interval '1 second' where id = $1", held.Id);

    public async Task<long> Expired() => (await Care.The<ExpireReservation>().Run(await Care.Firing("ReservationExpiry"), CancellationToken.None)).Named["reservations expired"];

    /// <summary>What is told of the kind of bed: occupied, reserved, available.</summary>
    public async Task<(int Occupied, int Reserved, int Available)> Told(CareHome home)
    {
        var told = await Care.Hub.Value<int[]>("select array[occupied, reserved, available] from carehomes.told_beds where home_id = $1 and bed_type = $2", home.Id, Kind);
        return (told[0], told[1], told[2]);
    }

    public Task<long[]> Rows() => Care.Hub.Value<long[]>("""
        select array[(select count(*) from carehomes.bed_hold), (select count(*) from placement.bed_reservation), (select count(*) from placement.offer),
            (select count(*) from placement.standing_placement), (select count(*) from placement.access), (select sum(version)::bigint from discharge.stay), (select count(*) from events.event),
            (select count(*) from requests.answered), (select count(*) from audit.entry where outcome = 'success')]
        """);

    /// <summary>A bed of a home is offered to it for somebody.</summary>
    public async Task<OfferState> Offered(CareHome home, Assessment? assessment = null) => await Offered(await Reserved(Asking(assessment ?? await Assessed(), home)));

    public async Task<OfferState> Offered(ReservationState held, string assessor = Assessor, string? on = null) =>
        await Care.The<OfferPlacement>().Run(As("OfferPlacement", assessor), new(RequestId(), held.Id.ToString(), on ?? Care.Day(1), 0), CancellationToken.None);

    public async Task<OfferState> Answered(OfferState offer, OfferAnswer answer, string? reason = null, string? text = null, string? organization = null, string by = "duty manager") => await Care.The<AnswerOffer>().Run(
        Care.As(organization ?? offer.HomeOrganization, "AnswerOffer", OrganizationKind.CareHome),
        new(RequestId(), offer.Id.ToString(), answer, reason is null ? null : new Coding("", reason), text, by, offer.Etag),
        CancellationToken.None);

    public async Task<OfferState> Withdrawn(OfferState offer, string assessor = Assessor) =>
        await Care.The<WithdrawOffer>().Run(As("WithdrawOffer", assessor), new(RequestId(), offer.Id.ToString(), offer.Etag), CancellationToken.None);

    public ConfirmPlacement.Request Confirming(OfferState offer) =>
        new(RequestId(), offer.Id.ToString(), Care.Clock.GetUtcNow().AddSeconds(-1), $"ASC-{Interlocked.Increment(ref cases)}", null, null, offer.Etag);

    public async Task<PlacementState> Confirmed(ConfirmPlacement.Request request, string council = CareWorld.Halton) =>
        await Care.The<ConfirmPlacement>().Run(Care.As(council, "ConfirmPlacement"), request, CancellationToken.None);

    public async Task<OfferState> Get(Guid offer, string organization = Assessor, OrganizationKind kind = OrganizationKind.TrustedAssessor) =>
        await Care.The<GetOffer>().Run(Care.As(organization, "GetOffer", kind), offer.ToString(), CancellationToken.None);

    /// <summary>A home with a program of its own.</summary>
    public Task<CareHome> Home(string organization, int available = 2, Action<CareHome>? change = null) => Home(available, change: h =>
    {
        h.Organization = organization;
        change?.Invoke(h);
    });

    private HubDb Owner() => new(HubDbDesign.Options().UseNpgsql(Care.Hub.Owner).Options);
}
