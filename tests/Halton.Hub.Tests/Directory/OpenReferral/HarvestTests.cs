using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>A harvester walks over all pages while services come and change: it misses nothing and sees nothing twice.</summary>
public sealed class HarvestTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_walk_over_all_pages_sees_each_service_once_while_others_come_and_change_and_then_catches_up()
    {
        await hub.EmptyDirectory();
        using var reader = new OpenReader(hub);
        var organization = await hub.Organization("VCFSE-1", "Lanternfolk");
        var throughout = new List<Guid>();
        for (var i = 0; i < 120; i++)
        {
            throughout.Add(await hub.Service(organization, $"Service {i}"));
        }

        for (var walk = 0; walk < 3; walk++)
        {
            var began = await hub.Value<DateTime>("select clock_timestamp()");
            using var end = new CancellationTokenSource();
            Task[] writers = [Create(organization, end.Token), Create(organization, end.Token), Change(end.Token), Change(end.Token)];
            var seen = await Walk(reader, "services?per_page=7");
            await end.CancelAsync();
            await Task.WhenAll(writers);

            Assert.Equal(seen.Count, seen.Select(s => s.Id).Distinct().Count());
            Assert.Empty(throughout.Except(seen.Select(s => s.Id)));
            var harvested = seen.ToDictionary(s => s.Id, s => s.Entry);
            foreach (var late in await Walk(reader, $"services?per_page=7&modified_after={began.AddSeconds(-5):yyyy-MM-dd'T'HH:mm:ss'Z'}"))
            {
                harvested[late.Id] = late.Entry;
            }

            Assert.Equal(await Stored(), harvested.OrderBy(h => h.Key).Select(h => $"{h.Key} {h.Value}"));
            Assert.True(await hub.Value<long>("select count(*) from directory.service where version > 1") > 10, "nothing changed meanwhile");
            Assert.True(seen.Count > throughout.Count, "nothing came meanwhile");
        }
    }

    [Fact]
    public async Task A_new_service_waits_for_those_taken_up_before_it_so_that_none_pushes_in()
    {
        var organization = await hub.Organization("VCFSE-1", "Threads");
        await using var connection = await hub.Database.OpenConnectionAsync();
        await using var slow = await connection.BeginTransactionAsync();
        var first = await Insert(connection, organization);
        var second = hub.Service(organization, "Second");
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        Assert.False(second.IsCompleted);
        await slow.CommitAsync();
        Assert.True(await hub.Value<bool>("select (select ordinal from directory.service where id = $1) < (select ordinal from directory.service where id = $2)", first, await second));
    }

    private static async Task<List<(Guid Id, string Entry)>> Walk(OpenReader reader, string address)
    {
        var seen = new List<(Guid, string)>();
        for (var page = 1; ; page++)
        {
            var answer = await reader.Get($"{address}&page={page}");
            seen.AddRange(answer.Contents.Select(s => (Guid.Parse((string)s["id"]!), $"{s["name"]}|{s["status"]}|{s["description"]}")));
            if ((bool)answer.Body["last_page"]!)
            {
                return seen;
            }
        }
    }

    private static async Task<Guid> Insert(NpgsqlConnection connection, Guid organization)
    {
        var id = Guid.CreateVersion7();
        await using var insert = new NpgsqlCommand(
            "insert into directory.service (id, organization_id, maintained_by, name, status, last_modified, confidential, intake, version) values ($1, $2, 'VCFSE-1', 'Late', 'active', clock_timestamp(), false, 'open', 1)",
            connection)
        {
            Parameters = { new() { Value = id }, new() { Value = organization } },
        };
        await insert.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>Transactions that stay open for a while, as those of busy maintainers do.</summary>
    private async Task Create(Guid organization, CancellationToken end)
    {
        // So many that the walk has something to meet, and not more than it can catch up with.
        for (var i = 0; i < 60 && !end.IsCancellationRequested; i++)
        {
            await using var connection = await hub.Database.OpenConnectionAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await Insert(connection, organization);
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20)), TimeProvider.System, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private async Task Change(CancellationToken end)
    {
        string[] statuses = ["active", "inactive", "defunct", "temporarily closed"];
        while (!end.IsCancellationRequested)
        {
            await hub.Execute(
                "update directory.service set status = $1, description = $2, version = version + 1, last_modified = clock_timestamp() where id = (select id from directory.service order by random() limit 1)",
                statuses[Random.Shared.Next(4)],
                $"Said {Random.Shared.Next(1_000_000)}");
        }
    }

    private Task<string[]> Stored() => hub.Value<string[]>("select array_agg(id || ' ' || name || '|' || status || '|' || coalesce(description, '') order by id) from directory.service");
}
