using Halton.Hub.CareHomes.Homes;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement;

/// <summary>Tables of the schema <c>placement</c>. Row walls stand in the migrations' SQL.</summary>
internal static class PlacementTables
{
    private const string AboutPerson = "about a person";

    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<StandingPlacement>(placement =>
        {
            placement.ToTable("standing_placement", "placement", t =>
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
        });
        model.Entity<PlacementAccess>(access =>
        {
            access.ToTable("access", "placement", t => t.HasComment(AboutPerson));
            access.HasKey(a => new { a.Org, a.PlacementId });
            access.HasOne<StandingPlacement>().WithMany().HasForeignKey(a => a.PlacementId);
            access.HasIndex(a => a.PlacementId);
        });
    }
}
