using Halton.Hub.Data;
using Halton.Hub.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Data;

/// <summary>The model and the migrations say the same.</summary>
public sealed class ModelTests(OneHub one) : IClassFixture<OneHub>
{
    [Fact]
    public async Task No_change_of_the_model_waits_for_a_migration()
    {
        await using var db = await one.Hub.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await one.Hub.Value<long>("select count(*) from public.migration");
        await Migrator.Migrate(one.Hub.Owner, CancellationToken.None);
        Assert.Equal(before, await one.Hub.Value<long>("select count(*) from public.migration"));
    }
}
