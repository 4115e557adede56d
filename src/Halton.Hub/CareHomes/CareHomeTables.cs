using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Halton.Hub.CareHomes;

/// <summary>Tables of the schema <c>carehomes</c>: none is about a person. Write walls and grants stand in the migrations' SQL.</summary>
internal static class CareHomeTables
{
    private const string Schema = "carehomes";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        Homes(model);
        Returns(model);
        Agreements(model);
        Validations(model);
    }

    private static void Homes(ModelBuilder model)
    {
        Table<Provider>(model, "provider", "who runs care homes", provider => provider.HasKey(p => p.ProviderId));
        Table<CareHome>(model, "care_home", "what CQC says of locations", home =>
        {
            home.HasIndex(h => h.LocationId).IsUnique();
            home.HasIndex(h => h.Organization);
            home.HasIndex(h => new { h.LocalAuthority, h.Name, h.Id });
            home.HasIndex(h => new { h.Name, h.Id });
            home.HasOne<Provider>().WithMany().HasForeignKey(h => h.ProviderId);
            home.HasOne<Access.Organization>().WithMany().HasForeignKey(h => h.Organization);
            home.Property(h => h.Version).IsConcurrencyToken();
            home.Property(h => h.Further).HasColumnType("jsonb");
            home.Ignore(h => h.Etag);
            home.Ignore(h => h.IsOpen);
            home.Ignore(h => h.HasNursing);
            home.HasMany(h => h.Successions).WithOne().HasForeignKey(s => s.HomeId);
            home.HasOne(h => h.Declaration).WithOne().HasForeignKey<Declaration>(d => d.HomeId);
            home.HasMany(h => h.Beds).WithOne().HasForeignKey(b => b.HomeId);
            home.HasMany(h => h.Capabilities).WithOne().HasForeignKey(c => c.HomeId);
            home.ToTable(t => t.HasCheckConstraint("registration_status_known", "registration_status in ('Registered', 'Deregistered', 'Removed')"));
            home.ToTable(t => t.HasCheckConstraint("home_on_earth", "latitude between -90 and 90 and longitude between -180 and 180 and (latitude is null) = (longitude is null)"));
        });
        Table<Succession>(model, "succession", "earlier and later registrations of homes", succession =>
        {
            succession.HasKey(s => new { s.HomeId, s.RelatedLocationId, s.Kind });
            succession.ToTable(t => t.HasCheckConstraint("succession_kind_known", "kind in ('predecessor', 'successor')"));
        });
        Table<Declaration>(model, "declaration", "when homes said what they have", declaration =>
        {
            declaration.HasKey(d => d.HomeId);
            declaration.Property(d => d.Version).IsConcurrencyToken();
        });
        Table<DeclaredBeds>(model, "declared_beds", "kinds of bed that homes say they have", beds =>
        {
            beds.HasKey(b => new { b.HomeId, b.BedType });
            beds.ToTable(t => t.HasCheckConstraint("declared_maximum", "maximum between 0 and 1000"));
            beds.ToTable(t => t.HasCheckConstraint("declared_price", "weekly_price_pence between 1 and 2000000"));
        });
        Table<Capability>(model, "capability", "what homes say they can do", capability =>
        {
            capability.HasKey(c => new { c.HomeId, c.Code });
            capability.ToTable(t => t.HasCheckConstraint("bariatric_has_weight", "(code = 'bariatric') = (max_kg is not null) and max_kg between 50 and 500"));
        });
        Table<CqcProgress>(model, "cqc_progress", "how far CQC's changes are followed", progress => progress.HasKey(p => p.Source));
    }

    private static void Returns(ModelBuilder model)
    {
        Table<CapacityReturn>(model, "capacity_return", "the latest return of each home", latest =>
        {
            latest.HasKey(r => r.HomeId);
            latest.HasOne<CareHome>().WithOne().HasForeignKey<CapacityReturn>(r => r.HomeId);
            latest.HasMany(r => r.Beds).WithOne().HasForeignKey(b => b.HomeId);
            latest.Property(r => r.Version).IsConcurrencyToken();
            latest.HasIndex(r => r.AsOf);
            latest.ToTable(t => t.HasCheckConstraint("closed_for_a_reason", "accepting_admissions = (closure_reason is null) and (closed_until is null or closed_until >= closed_from)"));
        });
        Table<BedCapacity>(model, "bed_capacity", "beds by kind in the latest return of each home", beds =>
        {
            beds.HasKey(b => new { b.HomeId, b.BedType });
            beds.HasIndex(b => b.BedType);
            beds.ToTable(t => t.HasCheckConstraint("beds_counted", "occupied >= 0 and reserved >= 0 and available >= 0 and maximum between 0 and 1000"));
            beds.ToTable(t => t.HasCheckConstraint("beds_within_maximum", "occupied + reserved + available <= maximum"));
        });
        OfHome<BedHold>(model, "bed_hold", "beds that are held, without a word about whom for", hold =>
        {
            hold.HasIndex(h => new { h.HomeId, h.BedType, h.HeldUntil });
            hold.HasIndex(h => new { h.HeldFor, h.HeldUntil }).HasFilter("state = 'held'");
            hold.HasIndex(h => h.HeldUntil).HasFilter("state = 'held'");
            hold.HasIndex(h => h.HomeId);
            hold.ToTable(t => t.HasCheckConstraint("hold_whole", "state in ('held', 'released', 'expired', 'admitted') and (state = 'held') = (ended_at is null) and held_until > held_at and bed_number between 1 and 1000"));
        });
        Table<CapacityRecord>(model, "capacity_history", "every return that was made", history =>
        {
            history.HasKey(h => h.Id);
            history.HasIndex(h => new { h.HomeId, h.AsOf, h.Id });
        });
        Table<CapacityChase>(model, "capacity_chase", "reminders of monthly returns", chase => chase.HasKey(c => new { c.HomeId, c.Window, c.Stage }));
        Table<FreshnessPolicy>(model, "freshness_policy", "how old capacity may be", policy =>
        {
            policy.HasKey(p => p.OnlyRow);
            policy.ToTable(t => t.HasCheckConstraint("one_freshness_policy", "only_row"));
        });
    }

    private static void Agreements(ModelBuilder model)
    {
        OfHome<Contract>(model, "contract", "contracts of councils with homes", contract =>
            contract.HasIndex(c => new { c.Council, c.HomeId, c.Reference }).HasDatabaseName("one_contract_reference").IsUnique());
        OfHome<AssessorAgreement>(model, "assessor_agreement", "agreements of homes with organisations of trusted assessors", agreement => agreement.HasIndex(a => new { a.HomeId, a.Assessor }));
        Table<SharingAgreement>(model, "sharing_agreement", "agreements of councils with host authorities", agreement => agreement.HasIndex(a => new { a.Council, a.HostAuthority }));
        OfHome<Sanction>(model, "sanction", "what councils have imposed on homes", sanction =>
        {
            sanction.Property(s => s.Version).IsConcurrencyToken();
            sanction.Ignore(s => s.Etag);
            sanction.HasIndex(s => new { s.HomeId, s.RecordedBy, s.Kind }).HasDatabaseName("one_sanction_of_a_kind").IsUnique().HasFilter("lifted_on is null");
        });
        OfHome<PammsAssessment>(model, "pamms_assessment", "quality assessments of homes by councils", assessment =>
        {
            assessment.HasIndex(a => new { a.HomeId, a.AssessedOn });
            assessment.ToTable(t => t.HasCheckConstraint("pamms_complete", "cardinality(domains) = 5 and cardinality(standards) = 16"));
        });
        OfHome<HostReply>(model, "host_reply", "what host authorities said of homes: whether there is something, never a case", reply =>
        {
            reply.HasIndex(r => new { r.Council, r.HomeId, r.ContactedOn });
            reply.ToTable(t => t.HasCheckConstraint("host_reply_whole", "(replied_on is null) = (concerns is null) and (replied_on is null or replied_on >= contacted_on)"));
        });
    }

    private static void Validations(ModelBuilder model)
    {
        OfHome<ProviderValidation>(model, "validation", "whether councils may place in homes outside their area", validation =>
        {
            validation.HasIndex(v => new { v.Council, v.HomeId }).IsUnique();
            validation.HasOne<Access.Organization>().WithMany().HasForeignKey(v => v.Council);
            validation.Property(v => v.Version).IsConcurrencyToken();
            validation.Ignore(v => v.Etag);
            validation.Ignore(v => v.Overridden);
            validation.Ignore(v => v.LetsPlace);
            validation.HasMany(v => v.Checks).WithOne().HasForeignKey(c => c.ValidationId);
            validation.HasMany(v => v.Tasks).WithOne().HasForeignKey(t => t.ValidationId);
        });
        Table<ValidationCheck>(model, "validation_check", "checks of homes outside a council's area", check => check.HasKey(c => new { c.ValidationId, c.Code }));
        Table<ValidationTask>(model, "validation_task", "what councils have to do about validations", task =>
            task.HasIndex(t => new { t.ValidationId, t.Code }).HasDatabaseName("one_open_task_of_a_kind").IsUnique().HasFilter("done_at is null"));
        Table<CouncilPolicy>(model, "council_policy", "what councils have decided about validation", policy =>
        {
            policy.HasKey(p => p.Council);
            policy.HasOne<Access.Organization>().WithMany().HasForeignKey(p => p.Council);
        });
    }

    private static void OfHome<T>(ModelBuilder model, string name, string about, Action<EntityTypeBuilder<T>> more)
        where T : class => Table<T>(model, name, about, table =>
        {
            table.HasOne<CareHome>().WithMany().HasForeignKey("HomeId");
            more(table);
        });

    private static void Table<T>(ModelBuilder model, string name, string about, Action<EntityTypeBuilder<T>> more)
        where T : class => model.Entity<T>(table =>
        {
            table.ToTable(name, Schema, t => t.HasComment($"not about a person: {about}"));
            if (typeof(T).GetProperty("Id")?.PropertyType == typeof(Guid))
            {
                table.Property<Guid>("Id").ValueGeneratedNever();
            }

            more(table);
        });
}
