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

    [Fact]
    public async Task A_partner_whose_documents_are_refused_again_and_again_is_held_up_and_turned_away_and_others_are_not()
    {
        await using var hub = await ProbeHub.Start();
        await hub.LiftRates();
        var token = await hub.Token("rww");
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => hub.GraphWith(token, "{ nothingOfTheKind }")));
        var away = answers.Where(answer => (int)answer.Status == 429).ToList();
        Assert.InRange(answers.Length - away.Count, 100, 250);
        Assert.All(away, answer => answer.Refused("RESOURCE_EXHAUSTED", "REFUSED_TOO_OFTEN"));
        Assert.Empty((await hub.Graph("rbn", Costly)).Errors);
        await Poll.Until(async () => (await hub.GraphWith(token, Costly)).Errors.Count == 0, "a partner that waited is not let in again");
    }
}
