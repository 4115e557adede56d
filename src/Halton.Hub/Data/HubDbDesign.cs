using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Halton.Hub.Data;

/// <summary>Lets the EF tools build the model without a database.</summary>
public sealed class HubDbDesign : IDesignTimeDbContextFactory<HubDb>
{
    /// <summary>The options every HubDb shares.</summary>
    public static DbContextOptionsBuilder<HubDb> Options() =>
        new DbContextOptionsBuilder<HubDb>().UseSnakeCaseNamingConvention();

    /// <inheritdoc />
    public HubDb CreateDbContext(string[] args) => new(Options().UseNpgsql("Host=design-time").Options);
}
