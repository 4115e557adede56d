using System.Net;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Access;

/// <summary>An assertion works once, across nodes and restarts.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Of_two_hundred_posts_at_once_to_two_nodes_exactly_one_gets_a_token_and_none_after_a_restart()
    {
        await using var first = await HubUnderTest.Start();
        await using var second = await HubUnderTest.Start(first.Owner);
        var other = BehindTheAddressOf(first, second);
        var assertion = first.AssertionOf("rww");
        var posts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? Post(first, assertion) : Ask(other, assertion)));
        Assert.Equal(1, posts.Count(issued => issued));

        var port = first.Http.Port;
        await first.Stop();
        await using var again = await HubUnderTest.Start(first.Owner, http: port);
        Assert.False(await Post(again, assertion));
        Assert.False(await Ask(other, assertion));
        Assert.True(await Post(again, again.AssertionOf("rww")));
    }

    /// <summary>Two nodes behind one address: the second takes assertions that are made out to the first's.</summary>
    private static IssueToken BehindTheAddressOf(HubUnderTest first, HubUnderTest second)
    {
        var made = second.Services;
        return new IssueToken(
            made.GetRequiredService<PartnerDirectory>(),
            made.GetRequiredService<SigningKeys>(),
            first.Services.GetRequiredService<HubIssuer>(),
            made.GetRequiredService<NpgsqlDataSource>(),
            TimeProvider.System,
            NullLogger<IssueToken>.Instance);
    }

    private static async Task<bool> Post(HubUnderTest hub, string assertion)
    {
        var answer = await hub.Ask(assertion);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Unauthorized, answer.Status.ToString());
        return answer.Token is not null;
    }

    private static async Task<bool> Ask(IssueToken node, string assertion)
    {
        try
        {
            return (await node.Run(assertion, null, default)).AccessToken.Length > 0;
        }
        catch (Fault refused)
        {
            Assert.Equal("ASSERTION_REPLAYED", refused.Reason);
            return false;
        }
    }
}
