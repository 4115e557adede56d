using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Halton.Hub.Referrals;

/// <summary>The tables of referrals.</summary>
internal static class ReferralTables
{
    private const string Schema = "referrals";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Referral>(Referrals);
        model.Entity<ReferralAccess>(access =>
        {
            access.ToTable("access", Schema, t => t.HasComment("about a person"));
            access.HasKey(a => new { a.Org, a.ReferralId });
            access.HasOne<Referral>().WithMany().HasForeignKey(a => a.ReferralId);
            access.HasIndex(a => new { a.Org, a.BreachAt, a.ReferralId }).HasDatabaseName("referral_queue").HasFilter("open");
            access.HasIndex(a => new { a.Org, a.BreachAt, a.ReferralId }, "referral_list");
            access.HasIndex(a => a.ReferralId);
        });
        model.Entity<ReceivedMessage>(message =>
        {
            message.ToTable("message", Schema, t => t.HasComment("about a person"));
            message.HasKey(m => new { m.Org, m.RequestId });
            message.Ignore(m => m.Kept);
            message.HasOne<Referral>().WithMany().HasForeignKey(m => m.ReferralId);
            message.HasIndex(m => new { m.CorrelationId, m.ReceivedAt });
        });
        model.Entity<CareService>(service =>
        {
            service.ToTable("care_service", Schema, t =>
            {
                t.HasComment("not about a person: services that people can be referred to");
                t.HasCheckConstraint("service_hours_sane", "opens between 0 and 1439 and closes between opens + 1 and 1440 and cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]");
            });
            service.HasKey(s => s.Code);
            service.Ignore(s => s.Hours);
            service.HasOne<Organization>().WithMany().HasForeignKey(s => s.Organization).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CareTier>(tier =>
        {
            tier.ToTable("care_tier", Schema, t =>
            {
                t.HasComment("not about a person: how fast services answer");
                t.HasCheckConstraint("tier_governed", "governs in ('elapsed', 'service', 'agreed-day') and (governs = 'agreed-day' or least(elapsed_minutes, service_minutes) > 0) and warn_minutes >= 0");
                t.HasCheckConstraint("tier_codes_known", "priority in ('routine', 'urgent', 'asap', 'stat') and response_priority in ('1', '2', '3', '4') and hospital_bed in ('either', 'only', 'never')");
            });
            tier.HasKey(t => t.Code);
        });
    }

    private static void Referrals(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable("referral", Schema, t =>
        {
            t.HasComment("about a person");
            t.HasCheckConstraint("referral_state_known", $"state in ({string.Join(", ", Referral.States.Select(s => $"'{s}'"))})");
            t.HasCheckConstraint("referral_whole", "(state in ('requested', 'received', 'accepted', 'in-progress')) = (ended_at is null) and (state = 'redirected') = (redirected_to is not null) and (state = 'completed') = (outcome is not null)");
        });
        referral.Property(r => r.Id).ValueGeneratedNever();
        referral.Property(r => r.Version).IsConcurrencyToken();
        referral.Property(r => r.Patient).AsJson();
        referral.Property(r => r.History).AsJson();
        referral.Ignore(r => r.Etag);
        referral.Ignore(r => r.Open);
        referral.Ignore(r => r.Exclusions);
        referral.HasOne<CareService>().WithMany().HasForeignKey(r => r.Service).OnDelete(DeleteBehavior.Restrict);
        referral.HasIndex(r => new { r.Service, r.StayId }).HasDatabaseName("one_open_referral_of_a_stay").IsUnique().HasFilter("ended_at is null and stay_id is not null");
        referral.HasIndex(r => new { r.Requester, r.Service, r.NhsNumber }).HasDatabaseName("one_open_referral_of_a_person").IsUnique().HasFilter("ended_at is null and nhs_number_status = '01'");
        referral.HasIndex(r => new { r.StayId, r.RequestedAt }).HasFilter("stay_id is not null");
        referral.HasIndex(r => r.JourneyId);
        referral.HasIndex(r => r.NhsNumber).HasFilter("nhs_number is not null");
        referral.HasIndex(r => r.WarnAt).HasDatabaseName("referral_clock").HasFilter("ended_at is null and first_contact_at is null");
        referral.HasIndex(r => r.FollowUpDue).HasFilter("follow_up_due is not null and followed_up_on is null");
    }
}
