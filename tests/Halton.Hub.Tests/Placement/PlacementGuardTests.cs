using Halton.Hub.Access;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>What keeps the way to a placement safe: repeats, refusals that leave nothing, who is let in, and the database's own walls.</summary>
public sealed class PlacementGuardTests(OneHub one) : IClassFixture<OneHub>
{
    private const string House = "CARE-HOME-1";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_same_request_again_gives_the_first_answer_and_another_body_is_refused()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House, 9);
        var assess = new RecordAssessment.Request(
            RequestId(), $"{(await world.Ready()).Id}", null, null, world.Care.Clock.GetUtcNow(), "assessor 7", 0, new(new Coding("", BedWorld.Kind), [], [], new Coding("", "none")), null,
            new(new Coding("", "local-authority"), 0), new(new Coding("", "own-consent"), new Coding("", "has-capacity")));
        await Twice(r => world.Care.The<RecordAssessment>().Run(world.As("RecordAssessment"), r, CancellationToken.None), assess, assess with { AssessedBy = "assessor 8" }, a => (a.Id, a.Etag));

        var held = await world.Reserved(BedWorld.Asking(await world.Assessed(), house));
        var offer = new OfferPlacement.Request(RequestId(), $"{held.Id}", world.Care.Day(1), 0);
        var offered = await Twice(r => world.Care.The<OfferPlacement>().Run(world.As("OfferPlacement"), r, CancellationToken.None), offer, offer with { AdmissionOn = world.Care.Day(2) }, o => (o.Id, o.Etag));

        var answer = new AnswerOffer.Request(RequestId(), $"{offered.Id}", OfferAnswer.Accept, null, null, "duty manager", offered.Etag);
        var accepted = await Twice(
            r => world.Care.The<AnswerOffer>().Run(world.Care.As(House, "AnswerOffer", OrganizationKind.CareHome), r, CancellationToken.None), answer, answer with { Answer = OfferAnswer.Decline, Reason = new Coding("", "22") }, o => (o.Id, o.Etag));

        var confirm = world.Confirming(accepted);
        await Twice(r => world.Confirmed(r), confirm, confirm with { CaseReference = "ASC-OTHER" }, p => (p.Id, p.Etag));

        var other = await world.Offered(house);
        var withdraw = new WithdrawOffer.Request(RequestId(), $"{other.Id}", other.Etag);
        await Twice(r => world.Care.The<WithdrawOffer>().Run(world.As("WithdrawOffer"), r, CancellationToken.None), withdraw, withdraw with { Etag = "o7" }, o => (o.Id, o.Etag));
    }

    [Fact]
    public async Task A_refused_answer_or_confirmation_leaves_nothing()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House, 9);
        var (unwell, gone, cancelled, ended) = (await Accepted(), await Accepted(), await Accepted(), await Accepted());
        await hub.Execute("update discharge.stay set meets_criteria = true where id = $1", unwell.StayId);
        await hub.Execute("update discharge.stay set state = 4, discharged_at = now() where id = $1", gone.StayId);
        await hub.Execute("update discharge.stay set state = 5, cancel_reason = '07' where id = $1", cancelled.StayId);
        await hub.Execute("update carehomes.bed_hold set held_at = held_at - interval '9 days', held_until = clock_timestamp() - interval '1 second' where id = $1", ended.ReservationId!.Value);
        var open = await world.Offered(house);
        var rows = await world.Rows();
        await world.Confirmed(world.Confirming(unwell)).Refused(FaultKind.FailedPrecondition, "STILL_MEETS_CRITERIA");
        await world.Confirmed(world.Confirming(cancelled)).Refused(FaultKind.FailedPrecondition, "STAY_CLOSED");
        await world.Confirmed(world.Confirming(ended)).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");
        await world.Answered(open, OfferAnswer.Decline).NamesFields(("reason", "REQUIRED"));
        await world.Answered(open with { Etag = "o9" }, OfferAnswer.Accept).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await world.Answered(open, OfferAnswer.Accept, organization: "CARE-HOME-2").Refused(FaultKind.NotFound, "OFFER_NOT_FOUND");
        Assert.Equal(rows, await world.Rows());

        // The trust may have noted first that the person has left: the placement is confirmed all the same, and the stay stays as it is.
        var left = await hub.Value<DateTime>("select discharged_at from discharge.stay where id = $1", gone.StayId);
        Assert.Equal(gone.StayId, (await world.Confirmed(world.Confirming(gone))).StayId);
        Assert.Equal(left, await hub.Value<DateTime>("select discharged_at from discharge.stay where id = $1", gone.StayId));

        async Task<OfferState> Accepted() => await world.Answered(await world.Offered(house), OfferAnswer.Accept);
    }

    [Fact]
    public async Task A_stay_is_shared_with_the_assessors_that_have_an_agreement_and_only_on_a_pathway_to_a_bed()
    {
        var world = await BedWorld.In(hub);
        var (home, agreed) = (await world.Care.Home(h => h.LocalAuthority = CareWorld.Halton), $"TA-{RequestId()[..8].ToUpperInvariant()}");
        await hub.Execute($"insert into access.organization (code, name, kind) values ('{agreed}', 'Larkhill Assessors', 'TrustedAssessor')");
        var before = await Assigned("P3");
        Assert.False(await Sees(agreed, before));
        await world.Care.The<RecordAssessorAgreement>().Run(
            world.Care.As(CareWorld.Halton, "RecordAssessorAgreement"), new(RequestId(), home.LocationId, agreed, ["residential"], world.Care.Day(0), null, world.Care.Day(90)), CancellationToken.None);

        // Who was on the way already is shared with the new agreement.
        Assert.True(await Sees(agreed, before));
        Assert.True(await Sees(agreed, await Assigned("P2")));
        Assert.False(await Sees(agreed, await Assigned("P1")));
        Assert.False(await Sees(agreed, await Assigned("P0", referred: false)));
        Assert.False(await Sees($"{agreed}-NOT", before));

        async Task<Guid> Assigned(string pathway, bool referred = true)
        {
            var stay = await world.Ready();
            await hub.Execute("delete from discharge.access where stay_id = $1 and relationship = 'assessor'", stay.Id);
            await hub.Execute("update discharge.stay set pathway = null, care_transfer_hub_referred = false, state = 2 where id = $1", stay.Id);
            await world.Care.The<AssignPathway>().Run(
                world.Care.As(BedWorld.Trust, "AssignPathway", OrganizationKind.AcuteTrust),
                new(RequestId(), $"{stay.Id}", new Coding("", pathway), world.Care.Clock.GetUtcNow(), "ward sister", referred, stay.Etag),
                CancellationToken.None);
            return stay.Id;
        }

        async Task<bool> Sees(string organization, Guid stay)
        {
            try
            {
                return (await world.Care.The<GetDischargeStatus>().Run(world.Care.As(organization, "GetDischargeStatus", OrganizationKind.TrustedAssessor), null, $"{stay}", false, CancellationToken.None)).Id == stay;
            }
            catch (Fault fault) when (fault.Reason == "DISCHARGE_NOT_FOUND")
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task The_database_shows_nobody_what_is_not_theirs_and_lets_nobody_write_for_another()
    {
        var world = await BedWorld.In(hub);
        var offer = await world.Offered(await world.Home(House));
        foreach (var (table, column, id, seen) in new[]
        {
            ("assessment", "id", offer.AssessmentId, new[] { BedWorld.Assessor, BedWorld.Trust, CareWorld.Halton }),
            ("assessment_version", "assessment_id", offer.AssessmentId, [BedWorld.Assessor, BedWorld.Trust, CareWorld.Halton]),
            ("bed_reservation", "id", offer.ReservationId!.Value, [BedWorld.Assessor, BedWorld.Trust, CareWorld.Halton]),
            ("offer", "id", offer.Id, [BedWorld.Assessor, BedWorld.Trust, CareWorld.Halton, House]),
        })
        {
            var rows = $"select count(*) from placement.{table} where {column} = '{id}'";
            var change = $"with done as (update placement.{table} set {column} = {column} where {column} = '{id}' returning 1) select count(*) from done";
            foreach (var organization in seen)
            {
                Assert.Equal(1L, await hub.As(organization, rows));
            }

            foreach (var organization in new[] { "RBN", CareWorld.Liverpool, BedWorld.OtherAssessor, "CARE-HOME-2", "HICAFS", "", "SYSTEM:AuditSeal" })
            {
                Assert.True(await hub.As(organization, rows) == 0, $"{organization} sees {table}");
                if (table != "assessment_version")
                {
                    Assert.True(await hub.As(organization, change) == 0, $"{organization} changes {table}");
                }
            }
        }

        foreach (var table in new[] { "assessment", "bed_reservation", "offer" })
        {
            var columns = await hub.Value<string>($"select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_schema = 'placement' and table_name = '{table}' and column_name <> 'id' and is_generated = 'NEVER'");
            var refused = await Assert.ThrowsAsync<PostgresException>(() => hub.As(
                CareWorld.Halton, $"with done as (insert into placement.{table} (id, {columns}) select gen_random_uuid(), {columns} from placement.{table} limit 1 returning 1) select count(*) from done"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private static async Task<T> Twice<TRequest, T>(Func<TRequest, Task<T>> run, TRequest request, TRequest other, Func<T, object> told)
    {
        var first = await run(request);
        Assert.Equal(told(first), told(await run(request)));
        await run(other).Refused(FaultKind.AlreadyExists, "REQUEST_ID_REUSED");
        return first;
    }
}
