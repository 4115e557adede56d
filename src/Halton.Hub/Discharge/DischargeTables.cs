using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Halton.Hub.Discharge;

/// <summary>Tables of the schema <c>discharge</c>. All are about people; their row walls stand in the migrations' SQL.</summary>
internal static class DischargeTables
{
    private const string Schema = "discharge";
    private const string StayId = "StayId";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<Stay>(stay =>
        {
            stay.ToTable("stay", Schema, t => t.HasComment("about a person"));
            stay.Property(s => s.State).HasConversion<short>();
            stay.Property(s => s.Version).IsConcurrencyToken();
            stay.Property(s => s.WardMoves).AsJson().HasDefaultValueSql("'[]'");
            stay.Ignore(s => s.Etag);
            stay.Ignore(s => s.Clocks);
            stay.HasOne<Site>().WithMany().HasForeignKey(s => s.Site);
            stay.HasOne(s => s.Patient).WithOne().HasForeignKey<Patient>(StayId);
            stay.HasMany(s => s.Reviews).WithOne().HasForeignKey(r => r.StayId);
            stay.HasMany(s => s.PathwayDecisions).WithOne().HasForeignKey(d => d.StayId);
            stay.HasMany(s => s.Allocations).WithOne().HasForeignKey(a => a.StayId);
            stay.HasMany(s => s.Delays).WithOne().HasForeignKey(d => d.StayId);
            stay.HasIndex(s => s.AssessmentWarnAt).HasDatabaseName("assessment_clock").HasFilter("state <= 3 and assessment_started_at is null");
            stay.HasIndex(s => s.DischargeWarnAt).HasDatabaseName("discharge_clock").HasFilter("state <= 3 and discharge_warn_at is not null");
            stay.HasIndex(s => new { s.Trust, s.NhsNumber }).HasDatabaseName("one_open_stay").IsUnique().HasFilter("state <= 3 and nhs_number_status = '01'");
            stay.HasIndex(s => new { s.Trust, s.SpellIdentifier }).HasDatabaseName("one_spell").IsUnique().HasFilter("state <> 5");
        });
        model.Entity<Patient>(patient =>
        {
            patient.ToTable("patient", Schema, t => t.HasComment("about a person"));
            patient.Property<Guid>(StayId);
            patient.HasKey(StayId);
        });
        model.Entity<CriteriaReview>(review =>
        {
            review.ToTable("criteria_review", Schema, t => t.HasComment("about a person"));
            review.HasIndex(r => new { r.StayId, r.ReviewedAt }).HasDatabaseName("one_review_a_moment").IsUnique();
            review.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<PathwayDecision>(decision =>
        {
            decision.ToTable("pathway_decision", Schema, t => t.HasComment("about a person"));
            decision.Property(d => d.Id).ValueGeneratedNever();
        });
        model.Entity<WorkerAllocation>(allocation =>
        {
            allocation.ToTable("worker_allocation", Schema, t => t.HasComment("about a person"));
            allocation.Property(a => a.Id).ValueGeneratedNever();
            allocation.HasIndex(a => new { a.StayId, a.AllocatedAt });
            allocation.HasOne<Organization>().WithMany().HasForeignKey(a => a.Organization);
        });
        model.Entity<Delay>(delay =>
        {
            delay.ToTable("delay", Schema, t => t.HasComment("about a person"));
            delay.Property(d => d.Id).ValueGeneratedNever();
            delay.HasIndex(d => new { d.StayId, d.DelayedOn, d.RecordedAt });
        });
        model.Entity<CarePackage>(package =>
        {
            package.ToTable("care_package", Schema, t =>
            {
                t.HasComment("about a person");
                t.HasCheckConstraint("package_state_known", $"state in ({string.Join(", ", CarePackage.States.Select(s => $"'{s}'"))})");
                t.HasCheckConstraint("package_whole", "(state = 'held') = (reason is null) and (state = 'restarts') = (restarts_on is not null)");
            });
            package.Property(p => p.Id).ValueGeneratedNever();
            package.Property(p => p.Version).IsConcurrencyToken();
            package.HasOne<Stay>().WithMany().HasForeignKey(p => p.StayId);
            package.HasOne<Organization>().WithMany().HasForeignKey(p => p.Provider);
            package.HasIndex(p => new { p.StayId, p.Provider }).HasDatabaseName("one_package_held").IsUnique().HasFilter("state = 'held'");
            package.HasIndex(p => new { p.Provider, p.AdmittedAt, p.Id });
            package.HasIndex(p => p.StayId);
        });
        model.Entity<StayAccess>(access =>
        {
            access.ToTable("access", Schema, t => t.HasComment("about a person"));
            access.HasKey(a => new { a.StayId, a.Org });
            access.HasOne<Stay>().WithMany(s => s.Access).HasForeignKey(a => a.StayId);
            access.Property(a => a.Open).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            access.HasOne<Organization>().WithMany().HasForeignKey(a => a.Org);
            access.HasIndex(a => new { a.Org, a.Open, a.AdmittedAt, a.StayId }).HasDatabaseName("access_open_in_list_order");
            access.HasIndex(a => new { a.Org, a.AdmittedAt, a.StayId }).HasDatabaseName("access_in_list_order");
        });
    }
}
