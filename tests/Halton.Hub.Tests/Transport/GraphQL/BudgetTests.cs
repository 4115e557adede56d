using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>What a partner may spend in a minute.</summary>
public sealed class BudgetTests
{
    private const string Costly = "{ trees(first: 100) { a: number b: number c: number d: number e: number f: number g: number h: number i: number } }";

    [Fact]
    public async Task A_spent_budget_says_when_to_come_again_and_leaves_others_theirs()
    {
        await using var hub = await ProbeHub.Start();
        await hub.Execute("update access.partner set cost_per_minute = 2000 where id = 'rww'");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var token = await hub.Token("rww");
        Assert.Empty((await hub.GraphWith(token, Costly)).Errors);
        Assert.Empty((await hub.GraphWith(token, Costly)).Errors);
        var spent = (await hub.GraphWith(token, Costly)).Refused("RESOURCE_EXHAUSTED", "COST_BUDGET_SPENT");
        Assert.Equal(429, (int)spent.Status);
        Assert.InRange(spent.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.InRange(spent.Errors[0].At("extensions.retryAfterMs").GetInt64(), 1, 60_000);
        Assert.Empty((await hub.Graph("rbn", Costly)).Errors);
        (await hub.PostGraph("""{"query":"{ echo }"}""", token, change: r => r.Headers.Accept.ParseAdd("application/json"))).Data("echo");
    }
}
