using System.Text;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>Files in place of CQC's API.</summary>
public sealed class CqcFilesTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("halton-hub-cqc-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_is_followed_as_the_API_is_and_says_nothing_of_what_is_not_in_it()
    {
        Write("1-3000", "1-3001");
        await using var hub = await CqcWorld.Node(CqcOptions.Folder(folder));
        await CqcWorld.Forget(hub);
        Assert.Equal(2, (await CqcWorld.Sync(hub)).Counts["taken up"]);

        Write("1-3001");
        var run = await CqcWorld.Sync(hub);
        Assert.Equal((RunOutcome.Succeeded, 0, 1), (run.Outcome, run.Counts["removed"], run.Counts["unchanged"]));
        Assert.Equal(2, await hub.Value<long>("select count(*) from carehomes.care_home where registration_status = 'Registered'"));
        Assert.Equal("files", await hub.Value<string>("select source from carehomes.cqc_progress"));
    }

    [Fact]
    public async Task A_demonstration_refreshes_what_was_loaded_and_takes_up_nothing()
    {
        Write("1-3010", "1-3011");
        var options = CqcOptions.Folder(folder) with { FilesTakeUp = false };
        await using var hub = await CqcWorld.Node(options);
        await CqcWorld.Forget(hub);
        Assert.Equal(0, (await CqcWorld.Sync(hub)).Counts["taken up"]);

        await using (var owner = new HubDb(new DbContextOptionsBuilder<HubDb>().UseNpgsql(hub.Database).UseSnakeCaseNamingConvention().Options))
        {
            var homes = await LoadCqcFiles.Into(
                owner, options.Files!, hub.Services.GetRequiredService<LocalAuthorities>().Code, _ => Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
            await owner.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["1-3010", "1-3011"], homes.Select(home => home.LocationId));
        }

        Assert.Equal(2, (await CqcWorld.Sync(hub)).Counts["unchanged"]);
        Assert.Equal(2, await hub.Value<long>("select count(*) from carehomes.care_home where local_authority = 'E06000006' and rating_overall = 'good'"));
    }

    [Theory]
    [InlineData("{ \"locationId\": ")]
    [InlineData("{ \"name\": \"A home\" }")]
    public async Task A_line_that_is_no_document_fails_the_run(string line)
    {
        Write("1-3020");
        await File.AppendAllTextAsync(Path.Combine(folder, "locations.ndjson"), line + "\n", TestContext.Current.CancellationToken);
        await using var hub = await CqcWorld.Node(CqcOptions.Folder(folder));
        Assert.Equal((RunOutcome.Failed, "CQC_INVALID_DOCUMENT"), await CqcWorld.Sync(hub) is var run ? (run.Outcome, run.Error) : default);
    }

    private void Write(params string[] ids)
    {
        File.WriteAllLines(Path.Combine(folder, "locations.ndjson"), ids.Select(id => CqcDocuments.Location(id).ToJsonString()), Encoding.UTF8);
        File.WriteAllLines(Path.Combine(folder, "providers.ndjson"), [CqcDocuments.Provider().ToJsonString()]);
    }
}
