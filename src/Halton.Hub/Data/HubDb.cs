using Halton.Hub.Access;
using Halton.Hub.CareHomes;
using Halton.Hub.Directory;
using Halton.Hub.Discharge;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Data;

/// <summary>
/// The hub's state: one PostgreSQL schema a slice, snake_case. The insert-only logs (audit, events, answered requests) are plain SQL
/// tables of the migrations, since nothing loads or changes their rows as objects.
/// </summary>
public sealed class HubDb(DbContextOptions<HubDb> options) : DbContext(options)
{
    /// <summary>Organisations that partners act for.</summary>
    public DbSet<Access.Organization> Organizations => Set<Access.Organization>();

    /// <summary>Hospital sites.</summary>
    public DbSet<Site> Sites => Set<Site>();

    /// <summary>Programs that may call.</summary>
    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>Codes of every code system, versioned by date.</summary>
    public DbSet<Concept> Concepts => Set<Concept>();

    /// <summary>Inpatient stays.</summary>
    public DbSet<Stay> Stays => Set<Stay>();

    /// <summary>Which organisation may see which stay.</summary>
    public DbSet<StayAccess> StayAccess => Set<StayAccess>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccessTables.Map(modelBuilder);
        CodeTables.Map(modelBuilder);
        DischargeTables.Map(modelBuilder);
        DirectoryTables.Map(modelBuilder);
        CareHomeTables.Map(modelBuilder);
        PlacementTables.Map(modelBuilder);
        ReferralTables.Map(modelBuilder);
    }
}
