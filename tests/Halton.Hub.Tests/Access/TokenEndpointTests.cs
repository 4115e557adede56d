using System.Net;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Access;

/// <summary>Which assertions are worth a token.</summary>
public sealed class TokenEndpointTests(TokenHub desk) : IClassFixture<TokenHub>
{
    /// <summary>Names of the cases.</summary>
    public static TheoryData<string> Names => [.. AssertionCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_assertion_is_taken_or_refused_by_the_right_name(string name)
    {
        var expected = AssertionCase.All[name];
        var answer = await desk.Hub.Ask(expected.Assertion(desk), expected.Scope);
        Assert.Equal((expected.Status, expected.Error), ((int)answer.Status, answer.Error));
        Assert.Equal(expected.Status == 200, answer.Token is not null);
        Assert.True(answer.NoStore);
    }

    [Fact]
    public async Task A_token_says_what_it_is_good_for_and_for_how_long()
    {
        var answer = await desk.Hub.Ask(desk.Good.Sign());
        Assert.Equal(("Bearer", "300", "system/Encounter.rs system/Observation.crs"), (answer.Text("token_type"), answer.Text("expires_in"), answer.Text("scope")));
        Assert.Equal("system/Encounter.s", (await desk.Hub.Ask(desk.Good.Sign(), "system/Encounter.s")).Text("scope"));
    }

    [Fact]
    public async Task An_assertion_works_once()
    {
        var assertion = desk.Good.Sign();
        Assert.Equal(HttpStatusCode.OK, (await desk.Hub.Ask(assertion)).Status);
        var again = await desk.Hub.Ask(assertion);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (again.Status, again.Error));
    }

    [Fact]
    public async Task Another_assertion_with_a_used_jti_is_a_replay_too()
    {
        var jti = Guid.CreateVersion7().ToString();
        Assert.Equal(HttpStatusCode.OK, (await desk.Hub.Ask((desk.Good with { Jti = jti }).Sign())).Status);
        Assert.Equal("invalid_client", (await desk.Hub.Ask((desk.Good with { Jti = jti, Life = TimeSpan.FromMinutes(3) }).Sign())).Error);
    }

    [Fact]
    public async Task A_request_that_is_no_client_credentials_request_is_refused_by_name()
    {
        var good = TokenDesk.Form(desk.Good.Sign());
        Assert.Equal("unsupported_grant_type", (await desk.Hub.PostForm(good.Where(f => f.Key != "grant_type"))).Error);
        Assert.Equal("unsupported_grant_type", (await desk.Hub.PostForm(good.Select(f => f.Key == "grant_type" ? new("grant_type", "password") : f))).Error);
        Assert.Equal("invalid_request", (await desk.Hub.PostForm(good.Where(f => f.Key != "client_assertion"))).Error);
        Assert.Equal("invalid_request", (await desk.Hub.PostForm(good.Where(f => f.Key != "client_assertion_type"))).Error);
        Assert.Equal("invalid_request", (await desk.Hub.PostForm(good.Append(new("client_assertion", desk.Good.Sign())))).Error);
        Assert.Equal("invalid_request", (await desk.Hub.PostForm(good.Concat(Enumerable.Range(0, 2000).Select(i => new KeyValuePair<string, string>($"f{i}", ""))))).Error);
        using var json = new StringContent("{}", null, "application/json");
        Assert.Equal("invalid_request", (await desk.Hub.PostToken(json)).Error);
    }
}
