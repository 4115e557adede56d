using Halton.Hub.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A subscription never runs ahead of its reader.</summary>
public sealed class PaceTests
{
    [Fact]
    public async Task An_item_is_taken_only_when_the_one_before_was_written()
    {
        var (pace, taken) = (new Pace(), 0);
        await using var items = pace.Of(Source(), item => item).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        var second = items.MoveNextAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        Assert.Equal((1, false), (taken, second.IsCompleted));
        pace.Written();
        Assert.True(await second);
        Assert.Equal((2, 2), (taken, items.Current));

        async IAsyncEnumerable<int> Source()
        {
            while (true)
            {
                await Task.Yield();
                yield return ++taken;
            }
        }
    }
}
