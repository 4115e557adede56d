using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Placement;
using static Halton.Hub.Tests.Hosts.People;
using static Halton.Hub.Tests.Referrals.Referring;
using Referral = Halton.Hub.Contracts.Referral.V1.Referral;

namespace Halton.Hub.Tests.Journeys;

/// <summary>One person who goes through all services, by each partner's own calls.</summary>
internal sealed class OnePerson(HubUnderTest hub, CareHome home)
{
    /// <summary>The person's number, verified.</summary>
    public string Number { get; } = NhsNumber();

    /// <summary>What is told of the person at each admission and referral.</summary>
    public Action<Patient> Told { get; init; } = _ => { };

    /// <summary>A person and a home with a program of its own and free beds.</summary>
    public static async Task<OnePerson> In(HubUnderTest hub, Action<Patient>? told = null) =>
        new(hub, await (await BedWorld.In(hub)).Home("CARE-HOME-1", 5)) { Told = told ?? (_ => { }) };

    /// <summary>Another trust refers the person to HICaFS, which sees them and completes.</summary>
    public async Task<Referral> Referred()
    {
        var created = await hub.Referrals("rbn").CreateReferralAsync(Refer(r =>
        {
            r.NhsNumber = Number;
            Told(r.Patient);
        }));
        var team = hub.Referrals("hicafs");
        var referral = await team.TriageReferralAsync(Triage(created, "halton-72h"));
        referral = await team.AcceptReferralAsync(Accept(referral));
        referral = await team.AllocateTeamAsync(Allocate(referral));
        referral = await team.RecordContactAsync(Contact(referral));
        return await team.CompleteReferralAsync(Complete(referral, "hospital"));
    }

    /// <summary>The trust admits the person and finds them ready on pathway 3.</summary>
    public async Task<DischargeStatus> Ready()
    {
        var ward = hub.Discharges("rww");
        var stay = await ward.RecordAdmissionAsync(Admission(a =>
        {
            a.NhsNumber = Number;
            Told(a.Patient);
        }));
        stay = await ward.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 2));
        return await ward.AssignPathwayAsync(Assign(stay.DischargeId, "P3", stay.Etag));
    }

    /// <summary>The council takes the discharge on and begins to assess; the ward says why the person still waits.</summary>
    public async Task<DischargeStatus> Worked(DischargeStatus stay)
    {
        var council = hub.Discharges("hbc");
        stay = await council.AllocateWorkerAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, AllocatedAt = HoursAgo(0.8), Role = "social worker", Etag = stay.Etag });
        await council.StartAssessmentAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, StartedAt = HoursAgo(0.7), StartedByRole = "social worker" });
        return await hub.Discharges("rww").RecordDelayAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, Reason = Code("IP-care-home"), RecordedByRole = "coordinator" });
    }

    /// <summary>The assessors say what is needed, hold a bed and offer it.</summary>
    public async Task<Offer> Offered(DischargeStatus stay)
    {
        var assessors = hub.Placements("trusted-assessor");
        var assessment = await assessors.RecordAssessmentAsync(new RecordAssessmentRequest
        {
            RequestId = RequestId(),
            DischargeId = stay.DischargeId,
            AssessedAt = HoursAgo(0.2),
            AssessedBy = "assessor 7",
            Needs = new Needs { BedType = Code(BedWorld.Kind), Infection = Code("none") },
            Funding = new Funding { Source = Code("local-authority") },
            Consent = new Consent { Basis = Code("own-consent"), Capacity = Code("has-capacity") },
        });
        var held = await assessors.ReserveBedAsync(new ReserveBedRequest { RequestId = RequestId(), AssessmentId = assessment.AssessmentId, CareHomes = { home.Id.ToString() } });
        return await assessors.OfferPlacementAsync(new OfferPlacementRequest { RequestId = RequestId(), ReservationId = held.ReservationId, AdmissionOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}" });
    }

    /// <summary>The home says yes.</summary>
    public async Task<Offer> Accepted(Offer offer) => await hub.Placements("care-home-1")
        .AnswerOfferAsync(new AnswerOfferRequest { RequestId = RequestId(), OfferId = offer.OfferId, Answer = OfferAnswer.Accept, AnsweredBy = "duty manager", Etag = offer.Etag });

    /// <summary>The council confirms that the person has moved in.</summary>
    public async Task<Contracts.Placement.V1.Placement> Placed(Offer accepted) => await hub.Placements("hbc")
        .ConfirmPlacementAsync(new ConfirmPlacementRequest { RequestId = RequestId(), OfferId = accepted.OfferId, AdmittedAt = HoursAgo(0), CaseReference = $"ASC-J-{accepted.OfferId[^12..]}", Etag = accepted.Etag });

    /// <summary>The council looks whether it is still right.</summary>
    public async Task<Contracts.Placement.V1.Placement> Reviewed(Contracts.Placement.V1.Placement placement) => await hub.Placements("hbc")
        .RecordPlacementReviewAsync(new RecordPlacementReviewRequest { RequestId = RequestId(), PlacementId = placement.PlacementId, ReviewedOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}", Etag = placement.Etag });
}
