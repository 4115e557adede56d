using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Halton.Hub.Directory;

/// <summary>Tables of the schema <c>directory</c>: none is about a person. Search index, logs and row walls stand in the migrations' SQL.</summary>
internal static class DirectoryTables
{
    private const string Schema = "directory";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        Taxonomies(model);
        Organizations(model);
        Services(model);
        Table<Signposting>(model, "signposting", "needs and services, never who asked", signposting =>
        {
            signposting.Property(s => s.Version).IsConcurrencyToken();
            signposting.Ignore(s => s.Etag);
            signposting.HasOne<TaxonomyTerm>().WithMany().HasForeignKey(s => s.NeedId);
            signposting.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId);
            signposting.HasIndex(s => new { s.RecordedBy, s.RecordedAt, s.Id });
            signposting.HasIndex(s => new { s.ServiceMaintainedBy, s.RecordedAt, s.Id });
            signposting.HasIndex(s => s.RecordedAt);
        });
    }

    private static void Taxonomies(ModelBuilder model)
    {
        Table<Taxonomy>(model, "taxonomy", "taxonomies", _ => { });
        Table<TaxonomyTerm>(model, "taxonomy_term", "terms", term =>
        {
            term.HasOne<Taxonomy>().WithMany().HasForeignKey(t => t.TaxonomyId);
            term.HasOne<TaxonomyTerm>().WithMany().HasForeignKey(t => t.ParentId);
        });
    }

    private static void Organizations(ModelBuilder model)
    {
        Table<Organization>(model, "organization", "organisations", organization =>
        {
            organization.Property(o => o.Version).IsConcurrencyToken();
            organization.Ignore(o => o.Etag);
            organization.HasOne<Access.Organization>().WithMany().HasForeignKey(o => o.MaintainedBy);
            organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentOrganizationId);
            organization.HasMany(o => o.Identifiers).WithOne().HasForeignKey(i => i.OrganizationId);
        });
        Table<OrganizationIdentifier>(model, "organization_identifier", "register numbers of organisations", _ => { });
        Table<Location>(model, "location", "places", location =>
        {
            location.HasOne<Organization>().WithMany().HasForeignKey(l => l.OrganizationId);
            location.HasMany(l => l.Addresses).WithOne().HasForeignKey(a => a.LocationId);
            location.HasMany(l => l.Accessibility).WithOne().HasForeignKey(a => a.LocationId);
            location.ToTable(t => t.HasCheckConstraint("location_type_known", "location_type in ('physical', 'postal', 'virtual')"));
            location.ToTable(t => t.HasCheckConstraint("location_on_earth", "latitude between -90 and 90 and longitude between -180 and 180 and (latitude is null) = (longitude is null)"));
        });
        Table<Address>(model, "address", "addresses of places where services are given", address =>
        {
            address.Property(a => a.Address1).HasColumnName("address_1");
            address.ToTable(t => t.HasCheckConstraint("address_type_known", "address_type in ('physical', 'postal', 'virtual')"));
        });
        Table<Accessibility>(model, "accessibility", "features of places", feature => feature.Property(f => f.Feature).HasColumnName("accessibility"));
    }

    private static void Services(ModelBuilder model)
    {
        Table<Service>(model, "service", "services", service =>
        {
            service.Property(s => s.Version).IsConcurrencyToken();
            service.Property(s => s.Ordinal).UseIdentityByDefaultColumn();
            service.Ignore(s => s.Etag);
            service.HasIndex(s => s.Ordinal).IsUnique();
            service.HasIndex(s => new { s.Name, s.Id });
            service.HasIndex(s => s.LastModified);
            service.HasIndex(s => s.MaintainedBy);
            service.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId);
            service.HasOne<Access.Organization>().WithMany().HasForeignKey(s => s.MaintainedBy);
            service.HasMany(s => s.Schedules).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.ServiceAreas).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.ServiceAtLocations).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.Languages).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.Funding).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.CostOptions).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.Contacts).WithOne().HasForeignKey(c => c.ServiceId);
            service.HasMany(s => s.Terms).WithOne().HasForeignKey(c => c.ServiceId);
            service.ToTable(t => t.HasCheckConstraint("service_status_known", "status in ('active', 'inactive', 'defunct', 'temporarily closed')"));
            service.ToTable(t => t.HasCheckConstraint("service_intake_known", "intake in ('open', 'waiting_list', 'full')"));
            service.ToTable(t => t.HasCheckConstraint("service_ages", "minimum_age between 0 and 130 and maximum_age between 0 and 130 and minimum_age <= maximum_age"));
        });
        Table<ServiceAtLocation>(model, "service_at_location", "services at their places", at =>
        {
            at.HasOne<Location>().WithMany().HasForeignKey(a => a.LocationId);
            at.HasIndex(a => new { a.ServiceId, a.LocationId }).HasDatabaseName("service_once_at_a_location").IsUnique();
        });
        Table<Schedule>(model, "schedule", "opening times", schedule =>
        {
            // Gone with the place that it is for.
            schedule.HasOne<ServiceAtLocation>().WithMany().HasForeignKey(s => s.ServiceAtLocationId).OnDelete(DeleteBehavior.Cascade);
            schedule.ToTable(t => t.HasCheckConstraint("schedule_freq_known", "freq in ('WEEKLY', 'MONTHLY')"));
            schedule.ToTable(t => t.HasCheckConstraint("schedule_closes_after_it_opens", "closes_at > opens_at"));
            schedule.ToTable(t => t.HasCheckConstraint("schedule_interval_positive", "\"interval\" between 1 and 52"));
        });
        Table<ServiceArea>(model, "service_area", "areas served", _ => { });
        Table<CostOption>(model, "cost_option", "prices", _ => { });
        Table<Language>(model, "language", "languages of services", _ => { });
        Table<Funding>(model, "funding", "sources of money", _ => { });
        Table<Contact>(model, "contact", "desks that answer for services, by role", contact => contact.HasMany(c => c.Phones).WithOne().HasForeignKey(p => p.ContactId));
        Table<Phone>(model, "phone", "telephone numbers of desks", _ => { });
        Table<ServiceTerm>(model, "attribute", "terms of services", attribute =>
        {
            attribute.HasOne<TaxonomyTerm>().WithMany().HasForeignKey(a => a.TaxonomyTermId);
            attribute.HasIndex(a => new { a.ServiceId, a.TaxonomyTermId }).HasDatabaseName("term_once_at_a_service").IsUnique();
        });
    }

    private static void Table<T>(ModelBuilder model, string name, string what, Action<EntityTypeBuilder<T>> rest)
        where T : class => model.Entity<T>(entity =>
    {
        entity.ToTable(name, Schema, t => t.HasComment($"not about a person: {what}"));
        entity.Property<Guid>("Id").ValueGeneratedNever();
        rest(entity);
    });
}
