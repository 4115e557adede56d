using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Fields of one level load together, each key once.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task A_hundred_keys_of_one_level_are_one_load()
    {
        var calls = new List<int>();
        var batch = new Batch<int, string>(keys =>
        {
            calls.Add(keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Where(key => key != 7).ToDictionary(key => key, key => $"#{key}"));
        });
        var asked = Enumerable.Range(0, 100).Concat(Enumerable.Range(0, 100)).Select(batch.Load).ToList();
        var answers = await Task.WhenAll(asked.Select(one => one.GetResultAsync()));
        Assert.Equal([100], calls);
        Assert.Equal(("#3", null, "#3"), (answers[3], answers[7], answers[103]));
        Assert.Equal("#5", await batch.Load(5).GetResultAsync());
        Assert.Equal("#100", await batch.Load(100).GetResultAsync());
        Assert.Equal([100, 1], calls);
    }

    [Fact]
    public async Task A_load_that_fails_fails_for_each_that_waits()
    {
        var batch = new Batch<int, string>(_ => throw new InvalidOperationException());
        var (one, two) = (batch.Load(1), batch.Load(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => one.GetResultAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => two.GetResultAsync());
    }

    [Fact]
    public async Task The_engine_waits_for_a_whole_level_before_it_loads()
    {
        await using var hub = await ProbeHub.Start();
        var probe = hub.Services.GetRequiredService<ProbeGraph>();
        _ = (await hub.Graph("rww", "{ trees(first: 100) { neighbour { number neighbour { number } } } }")).Data("trees");
        Assert.Equal(1, probe.Batches.Count(size => size == 51));
        Assert.InRange(probe.Batches.Count, 1, 2);
    }
}
