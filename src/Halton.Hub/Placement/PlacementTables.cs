using System.Text.Json;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Matching;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Halton.Hub.Placement;

/// <summary>Tables of the schema <c>placement</c>. Row walls stand in the migrations' SQL.</summary>
internal static class PlacementTables
{
    private const string Schema = "placement";
    private const string AboutPerson = "about a person";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        Standing(model);
        Assessments(model);
        Reservations(model);
        Offers(model);
        Policies(model);
    }

    private static void Standing(ModelBuilder model)
    {
        model.Entity<StandingPlacement>(placement =>
        {
            placement.ToTable("standing_placement", Schema, t =>
            {
                t.HasComment(AboutPerson);
                t.HasCheckConstraint("ended_whole", "(ended_on is null) = (end_reason is null) and (ended_on is null or ended_on >= started_on)");
            });
            placement.Property(p => p.Id).ValueGeneratedNever();
            placement.Property(p => p.Version).IsConcurrencyToken();
            placement.Ignore(p => p.Etag);
            placement.HasOne<CareHome>().WithMany().HasForeignKey(p => p.HomeId);
            placement.HasIndex(p => new { p.Council, p.CaseReference }).HasDatabaseName("one_placement_of_a_case").IsUnique().HasFilter("ended_on is null");
            placement.HasIndex(p => new { p.Council, p.NhsNumber }).HasDatabaseName("one_placement_of_a_person").IsUnique().HasFilter("ended_on is null and nhs_number is not null");
            placement.HasIndex(p => new { p.Council, p.ReviewDue, p.Id });
            placement.HasIndex(p => p.HomeId);
            placement.HasIndex(p => p.StayId);
            placement.HasIndex(p => p.OfferId).HasDatabaseName("one_placement_of_an_offer").IsUnique();
        });
        model.Entity<PlacementAccess>(access =>
        {
            access.ToTable("access", Schema, t => t.HasComment(AboutPerson));
            access.HasKey(a => new { a.Org, a.PlacementId });
            access.HasOne<StandingPlacement>().WithMany().HasForeignKey(a => a.PlacementId);
            access.HasIndex(a => a.PlacementId);
        });
    }

    private static void Assessments(ModelBuilder model)
    {
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("assessment", Schema, t => t.HasComment(AboutPerson));
            assessment.Property(a => a.Id).ValueGeneratedNever();
            assessment.Property(a => a.Changes).IsConcurrencyToken();
            assessment.Property(a => a.Content).AsJson();
            assessment.Ignore(a => a.Etag);
            assessment.HasIndex(a => new { a.StayId, a.Assessor }).HasDatabaseName("one_assessment_of_a_stay").IsUnique();
            Listed(assessment, nameof(Assessment.AssessedAt), nameof(Assessment.Assessor), nameof(Assessment.Council), nameof(Assessment.Trust));
        });
        model.Entity<AssessmentVersion>(version =>
        {
            version.ToTable("assessment_version", Schema, t => t.HasComment(AboutPerson));
            version.HasKey(v => new { v.AssessmentId, v.Version });
            version.Property(v => v.Content).AsJson();
            version.HasOne<Assessment>().WithMany().HasForeignKey(v => v.AssessmentId);
        });
    }

    private static void Reservations(ModelBuilder model) => model.Entity<BedReservation>(reservation =>
    {
        reservation.ToTable("bed_reservation", Schema, t => t.HasComment(AboutPerson));
        reservation.Property(r => r.Id).ValueGeneratedNever();
        reservation.Property(r => r.Version).IsConcurrencyToken();
        reservation.Ignore(r => r.Etag);
        reservation.HasOne<BedHold>().WithOne().HasForeignKey<BedReservation>(r => r.Id);
        reservation.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
        reservation.HasIndex(r => new { r.AssessmentId, r.HomeId }).HasDatabaseName("one_bed_of_a_home").IsUnique().HasFilter("not ended");
        reservation.HasIndex(r => r.StayId);
        reservation.HasIndex(r => r.HomeId).HasFilter("not ended");
        Listed(reservation, nameof(BedReservation.LongestUntil), nameof(BedReservation.Assessor), nameof(BedReservation.Council), nameof(BedReservation.Trust));
    });

    private static void Offers(ModelBuilder model) => model.Entity<PlacementOffer>(offer =>
    {
        offer.ToTable("offer", Schema, t =>
        {
            t.HasComment(AboutPerson);
            t.HasCheckConstraint("offer_state_known", "state in ('offered', 'accepted', 'declined', 'disputed', 'withdrawn', 'expired', 'completed')");
            t.HasCheckConstraint("offer_whole", "(state in ('offered', 'accepted')) = (ended_at is null) and (state = 'completed') = (placement_id is not null)");
        });
        offer.Property(o => o.Id).ValueGeneratedNever();
        offer.Property(o => o.Version).IsConcurrencyToken();
        offer.Property(o => o.Content).AsJson();
        offer.Ignore(o => o.Etag);
        offer.Ignore(o => o.Stands);
        offer.HasOne<BedReservation>().WithMany().HasForeignKey(o => o.ReservationId);
        offer.HasOne<Assessment>().WithMany().HasForeignKey(o => o.AssessmentId);
        offer.HasOne<CareHome>().WithMany().HasForeignKey(o => o.HomeId);
        offer.HasIndex(o => o.ReservationId).HasDatabaseName("one_offer_of_a_bed").IsUnique().HasFilter("state in ('offered', 'accepted')");
        offer.HasIndex(o => o.StayId).HasDatabaseName("one_accepted_offer").IsUnique().HasFilter("state in ('accepted', 'completed')");
        offer.HasIndex(o => new { o.StayId, o.State });
        offer.HasIndex(o => o.HomeId).HasFilter("state in ('offered', 'accepted')");
        Listed(offer, nameof(PlacementOffer.OfferedAt), nameof(PlacementOffer.Assessor), nameof(PlacementOffer.Council), nameof(PlacementOffer.Trust), nameof(PlacementOffer.HomeOrganization));
    });

    private static void Policies(ModelBuilder model)
    {
        model.Entity<FlowPolicy>(policy =>
        {
            policy.ToTable("flow_policy", Schema, t =>
            {
                t.HasComment("not about a person: how long things last on the way to a placement");
                t.HasCheckConstraint("one_flow_policy", "only_row");
                t.HasCheckConstraint("flow_policy_sane", "least(assessment_hours, hold_minutes, longest_hold_hours, answer_hours, most_held, agreement_review_days) > 0 and accepted_hold_hours >= longest_hold_hours");
            });
            policy.HasKey(p => p.OnlyRow);
        });
        model.Entity<MatchWeights>(weights =>
        {
            weights.ToTable("match_weights", Schema, t =>
            {
                t.HasComment("not about a person: how many points each part of a score can give");
                t.HasCheckConstraint("weights_make_100", "round((distance + freshness + cqc + pamms + in_borough + preference + continuity + price)::numeric, 6) = 100");
                t.HasCheckConstraint("weights_positive", "least(distance, freshness, cqc, pamms, in_borough, preference, continuity, price) >= 0");
            });
            weights.HasKey(w => w.Version);
            weights.Property(w => w.Version).ValueGeneratedNever();
        });
    }

    // Each kind of organisation lists its own, in the list's order.
    private static void Listed<T>(EntityTypeBuilder<T> table, string order, params string[] parties)
        where T : class
    {
        foreach (var party in parties)
        {
            table.HasIndex(party, order, "Id");
        }
    }
}
