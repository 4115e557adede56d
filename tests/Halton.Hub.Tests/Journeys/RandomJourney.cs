using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Journeys;
using Halton.Hub.Patients;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Placement;
using Microsoft.EntityFrameworkCore;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Journeys;

/// <summary>A journey drawn at random, and a pure model of who may see which part of it: the policies of the slices in words of plain sets.</summary>
internal sealed class RandomJourney
{
    /// <summary>Every kind of partner, and of most kinds two.</summary>
    public static readonly (string Code, OrganizationKind Kind)[] Partners =
    [
        ("RWW", OrganizationKind.AcuteTrust), ("RBN", OrganizationKind.AcuteTrust), (CareWorld.Halton, OrganizationKind.Council), (CareWorld.Liverpool, OrganizationKind.Council),
        ("HICAFS", OrganizationKind.IntermediateCare), (BedWorld.Assessor, OrganizationKind.TrustedAssessor), (BedWorld.OtherAssessor, OrganizationKind.TrustedAssessor),
        ("CARE-HOME-1", OrganizationKind.CareHome), ("CARE-HOME-2", OrganizationKind.CareHome),
    ];

    private static readonly OrganizationKind[] SeeStays = [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor];
    private static readonly OrganizationKind[] SeeAssessments = [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.TrustedAssessor];
    private static readonly OrganizationKind[] SeePlacements = [OrganizationKind.Council, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];

    private static int beds;
    private readonly Random random;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow().Kept();
    private readonly IReadOnlyDictionary<string, Guid> homes;
    private readonly List<(Stay Stay, string? Council, string? Assessor)> stays = [];
    private readonly List<Referral> referrals = [];
    private readonly List<Assessment> assessments = [];
    private readonly List<(BedReservation Reservation, BedHold Hold)> reservations = [];
    private readonly List<(PlacementOffer Offer, string State, Guid? Placement)> offers = [];
    private readonly List<(StandingPlacement Placement, string[] Orgs)> placements = [];

    /// <summary>Draws one.</summary>
    /// <param name="seed">The same seed draws the same journey.</param>
    /// <param name="homes">The home that each organisation of a home speaks for.</param>
    public RandomJourney(int seed, IReadOnlyDictionary<string, Guid> homes)
    {
        (random, this.homes) = (new Random(seed), homes);
        Many(3, Admit);
        Many(3, Refer);
        foreach (var (stay, council, assessor) in stays.Where(s => s.Assessor is not null && Chance(70)).ToList())
        {
            Assess(stay, council, assessor!);
        }

        Many(2, Record);
    }

    /// <summary>The person's number.</summary>
    public string Number { get; } = NhsNumber();

    /// <summary>How many records there are.</summary>
    public int Records => stays.Count + referrals.Count + assessments.Count + reservations.Count + offers.Count + placements.Count;

    /// <summary>What a partner may see of it by the policies.</summary>
    public IReadOnlySet<(JourneyKind Kind, Guid Id)> MaySee(string org, OrganizationKind kind)
    {
        var seen = new HashSet<(JourneyKind, Guid)>();
        var theirs = stays.Where(s => SeeStays.Contains(kind) && (s.Stay.Trust == org || s.Council == org || s.Assessor == org) && (s.Stay.NhsNumberStatus == "01" || s.Stay.Trust == org)).Select(s => s.Stay.Id).ToHashSet();
        seen.UnionWith(theirs.Select(id => (JourneyKind.Discharge, id)));
        seen.UnionWith(referrals.Where(r => new[] { r.Performer, r.Requester, r.Council, r.Trust }.Contains(org) && (r.NhsNumberStatus == "01" || (r.Trust ?? r.Requester) == org)).Select(r => (JourneyKind.Referral, r.Id)));
        seen.UnionWith(assessments.Where(a => SeeAssessments.Contains(kind) && new[] { a.Assessor, a.Council, a.Trust }.Contains(org) && theirs.Contains(a.StayId)).Select(a => (JourneyKind.Assessment, a.Id)));
        seen.UnionWith(reservations.Where(r => SeeAssessments.Contains(kind) && new[] { r.Reservation.Assessor, r.Reservation.Council, r.Reservation.Trust }.Contains(org) && theirs.Contains(r.Reservation.StayId)).Select(r => (JourneyKind.Reservation, r.Reservation.Id)));
        seen.UnionWith(offers.Where(o => kind == OrganizationKind.CareHome
            ? o.Offer.HomeOrganization == org && o.Offer.NhsNumber == Number && o.State is ("accepted" or "completed")
            : new[] { o.Offer.Assessor, o.Offer.Council, o.Offer.Trust }.Contains(org) && theirs.Contains(o.Offer.StayId)).Select(o => (JourneyKind.Offer, o.Offer.Id)));
        seen.UnionWith(placements.Where(p => SeePlacements.Contains(kind) && p.Orgs.Contains(org) && p.Placement.NhsNumber == Number).Select(p => (JourneyKind.Placement, p.Placement.Id)));
        return seen;
    }

    /// <summary>Puts it into the database, past all walls.</summary>
    public async Task Save(Hosts.HubUnderTest hub)
    {
        await using (var db = new HubDb(HubDbDesign.Options().UseNpgsql(hub.Owner).Options))
        {
            foreach (var (stay, council, assessor) in stays)
            {
                db.Add(stay);
                db.AddRange(new (string? Org, string Why)[] { (stay.Trust, "trust"), (council, "residence"), (assessor, "assessor") }.Where(a => a.Org is not null)
                    .Select(a => new StayAccess { Org = a.Org!, StayId = stay.Id, Relationship = a.Why, GrantedBy = stay.Trust, AdmittedAt = stay.AdmittedAt, Open = true }));
            }

            db.AddRange(referrals);
            db.AddRange(assessments);
            db.AddRange(reservations.Select(r => r.Hold));
            db.AddRange(reservations.Select(r => r.Reservation));
            db.AddRange(offers.Select(o => o.Offer));
            foreach (var (placement, orgs) in placements)
            {
                db.Add(placement);
                db.AddRange(orgs.Select(org => new PlacementAccess { Org = org, PlacementId = placement.Id, Relationship = "council", GrantedBy = placement.Council }));
            }

            await db.SaveChangesAsync();
        }

        foreach (var (offer, state, placement) in offers)
        {
            await hub.Execute("update placement.offer set state = $1, ended_at = case when $1 in ('offered', 'accepted') then null else now() end, placement_id = $2 where id = $3", state, (object?)placement ?? DBNull.Value, offer.Id);
        }
    }

    private void Admit()
    {
        var stay = new Stay
        {
            Id = Guid.CreateVersion7(),
            Trust = One("RWW", "RBN"),
            Site = "RWWWH",
            Ward = "A1",
            SpellIdentifier = $"J-{Guid.CreateVersion7():N}",
            NhsNumber = Number,
            NhsNumberStatus = Status(),
            AdmittedAt = now.AddDays(-random.Next(1, 400)),
            ChangedAt = now,
            Patient = new Patient { Family = "Quennelthorpe", Given = ["Orla"] },
        };

        // One open stay of a person with a trust: the others have ended.
        if (stays.Count > 0 || Chance(50))
        {
            stay.Cancel("07", null);
        }

        stays.Add((stay, Maybe(CareWorld.Halton, CareWorld.Liverpool), Maybe(BedWorld.Assessor, BedWorld.OtherAssessor)));
    }

    private void Refer()
    {
        var from = stays.Count > 0 && Chance(50) ? stays[random.Next(stays.Count)] : default;
        var service = One("hicafs", "council-reablement");
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(),
            JourneyId = Guid.CreateVersion7(),
            JourneyStartedAt = now,
            Service = service,
            Performer = service == "hicafs" ? "HICAFS" : CareWorld.Halton,
            Requester = from.Stay?.Trust ?? One("RWW", "RBN", CareWorld.Halton, BedWorld.Assessor, "CARE-HOME-1"),
            Trust = from.Stay?.Trust,
            Council = from.Stay is null ? Maybe(CareWorld.Halton, CareWorld.Liverpool) : from.Council,
            StayId = from.Stay?.Id,
            NhsNumber = Number,
            NhsNumberStatus = from.Stay?.NhsNumberStatus ?? Status(),
            Patient = new Patient { Family = "Quennelthorpe", Given = ["Orla"] },
            FromHospitalBed = from.Stay is not null,
            RequestedTier = "halton-72h",
            Tier = "halton-72h",
            Conditions = [],
            ReasonText = "Needs help to wash and dress.",
            ReferredAt = now,
            RequestedAt = now.AddDays(-random.Next(1, 400)),
            DueElapsed = now,
            DueService = now,
            BreachAt = now,
            WarnAt = now,
            ChangedAt = now,
        };

        // One open referral of a person, of a stay: the others have ended.
        if (referrals.Exists(r => r.EndedAt is null) || Chance(50))
        {
            referral.Cancel("07", null, now);
        }

        referrals.Add(referral);
    }

    private void Assess(Stay stay, string? council, string assessor)
    {
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(),
            StayId = stay.Id,
            NhsNumber = stay.NhsNumberStatus == "01" ? Number : null,
            Trust = stay.Trust,
            Council = council,
            Assessor = assessor,
            Content = Content(),
            AssessedAt = now.AddHours(-2),
            ValidUntil = now.AddHours(70),
            ChangedAt = now,
        };
        assessments.Add(assessment);
        var accepted = false;
        Many(3, () =>
        {
            var org = One([.. homes.Keys]);
            var id = Guid.CreateVersion7();
            var hold = new BedHold { Id = id, HomeId = homes[org], BedType = BedWorld.Kind, BedNumber = Interlocked.Increment(ref beds), HeldFor = assessor, State = BedHold.Released, HeldAt = now.AddHours(-1), HeldUntil = now.AddHours(3), EndedAt = now };
            reservations.Add((new BedReservation { Id = id, AssessmentId = assessment.Id, StayId = stay.Id, HomeId = homes[org], BedType = BedWorld.Kind, Assessor = assessor, Council = council, Trust = stay.Trust, LongestUntil = now.AddHours(70), Ended = true, ChangedAt = now }, hold));
            if (Chance(80))
            {
                var state = accepted ? One("declined", "withdrawn", "expired", "disputed") : One("offered", "accepted", "completed", "declined", "expired");
                accepted |= state is "accepted" or "completed";
                Offer(assessment, id, org, state == "completed" && council is null ? "withdrawn" : state);
            }
        });
    }

    private void Offer(Assessment assessment, Guid reservation, string org, string state)
    {
        var offer = new PlacementOffer
        {
            Id = Guid.CreateVersion7(),
            ReservationId = reservation,
            AssessmentId = assessment.Id,
            AssessmentVersion = 1,
            StayId = assessment.StayId,
            HomeId = homes[org],
            HomeOrganization = org,
            Assessor = assessment.Assessor,
            Council = assessment.Council,
            Trust = assessment.Trust,
            NhsNumber = assessment.NhsNumber,
            Content = assessment.Content,
            AdmissionOn = LondonTime.Day(now),
            OfferedAt = now,
            AnswerBy = now.AddHours(24),
            ChangedAt = now,
        };
        Guid? placement = null;
        if (state == "completed")
        {
            placement = Place(assessment.Council!, assessment.NhsNumber, org, offer, [assessment.Council!, org, assessment.Assessor]);
        }

        offers.Add((offer, state, placement));
    }

    // What a council records for itself, nobody else sees.
    private void Record()
    {
        var council = One(CareWorld.Halton, CareWorld.Liverpool);
        Place(council, Number, One([.. homes.Keys]), null, [council]);
    }

    private Guid Place(string council, string? number, string org, PlacementOffer? offer, string[] orgs)
    {
        var placement = new StandingPlacement
        {
            Id = Guid.CreateVersion7(),
            Council = council,
            CaseReference = $"ASC-{Guid.CreateVersion7():N}",
            NhsNumber = number,
            HomeId = homes[org],
            BedType = BedWorld.Kind,
            StartedOn = LondonTime.Day(now).AddDays(-20),
            EndedOn = LondonTime.Day(now).AddDays(-1),
            EndReason = "died",
            ReviewDue = LondonTime.Day(now).AddDays(300),
            StayId = offer?.StayId,
            AssessmentId = offer?.AssessmentId,
            OfferId = offer?.Id,
            ChangedAt = now,
        };
        placements.Add((placement, orgs));
        return placement.Id;
    }

    private static AssessmentContent Content() => new()
    {
        AssessedBy = "assessor 7",
        Needs = new AssessedNeeds { BedType = BedWorld.Kind, Infection = AssessedNeeds.NoInfection },
        Preferences = new AssessedPreferences(),
        Funding = "local-authority",
        ConsentBasis = "own-consent",
        Capacity = "has-capacity",
    };

    private string Status() => Chance(70) ? "01" : One("02", "03", "05");

    private bool Chance(int percent) => random.Next(100) < percent;

    private string One(params string[] of) => of[random.Next(of.Length)];

    private string? Maybe(params string[] of) => Chance(75) ? One(of) : null;

    private void Many(int most, Action make)
    {
        for (var left = random.Next(most + 1); left > 0; left--)
        {
            make();
        }
    }
}
