using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Tables of the schema <c>access</c>.</summary>
internal static class AccessTables
{
    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organization>(organization =>
        {
            organization.ToTable("organization", "access", t =>
            {
                t.HasComment("not about a person: organisations");
                // A colon would let an organisation pass for one of the hub's own callers (SYSTEM:...).
                t.HasCheckConstraint("organization_code_shape", "code ~ '^[A-Z0-9-]{1,20}$'");
            });
            organization.HasKey(o => o.Code);
            organization.Property(o => o.Kind).HasConversion<string>();
            organization.HasIndex(o => o.LocalAuthority);
        });
        model.Entity<Site>(site =>
        {
            site.ToTable("site", "access", t => t.HasComment("not about a person: hospital sites"));
            site.HasKey(s => s.Code);
            site.HasOne<Organization>().WithMany().HasForeignKey(s => s.Organization);
        });
        model.Entity<Partner>(partner =>
        {
            partner.ToTable("partner", "access", t => t.HasComment("not about a person: programs that may call"));
            partner.HasOne<Organization>().WithMany().HasForeignKey(p => p.Organization);
            partner.Property(p => p.CostPerMinute).HasDefaultValue(100_000);
            partner.Property(p => p.FreeFormQueries).HasDefaultValue(true).HasSentinel(true);
            partner.HasMany(p => p.Keys).WithOne().HasForeignKey(k => k.PartnerId);
        });
        model.Entity<PartnerKey>(key =>
        {
            key.ToTable("partner_key", "access", t => t.HasComment("not about a person: public keys"));
            key.HasKey(k => new { k.PartnerId, k.Kid });
            key.Property(k => k.Jwk).HasColumnType("jsonb");
        });
    }
}
