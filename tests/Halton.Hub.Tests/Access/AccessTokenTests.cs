using System.Text;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Halton.Hub.Tests.Access;

/// <summary>Only the hub's own access tokens, of the right type, in date and for the hub, open the gRPC port.</summary>
public sealed class AccessTokenTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    private SigningKeys Keys => hub.Services.GetRequiredService<SigningKeys>();

    [Fact]
    public async Task Without_a_bearer_token_nobody_is_served()
    {
        await List(hub.Bare(("purpose-of-use", "TREAT"))).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
        await List(hub.Bare(("purpose-of-use", "TREAT"), ("authorization", "Basic cnd3OnJ3dw=="))).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
        await List(hub.Bare(("purpose-of-use", "TREAT"), ("authorization", await hub.Token("rww")))).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Fact]
    public async Task What_is_no_access_token_of_this_hub_is_refused()
    {
        await List(hub.With(hub.AssertionOf("rww"))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        await List(hub.With("garbage")).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        await List(hub.With(new string('x', 9_000))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        var good = await hub.Token("rww");
        await List(hub.With(good));
        await List(hub.With(good[..^8] + "AAAAAAAA")).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        var payload = Base64UrlEncoder.Decode(good.Split('.')[1]);
        await List(hub.With(Assertion.WithoutSignature(payload, "at+jwt", Keys.Mine.KeyId))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        var raised = Base64UrlEncoder.Encode(payload.Replace("RWW", "RBN", StringComparison.Ordinal));
        await List(hub.With($"{good.Split('.')[0]}.{raised}.{good.Split('.')[2]}")).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
    }

    [Theory]
    [InlineData("good")]
    [InlineData("another audience", "halton-hub-vcfse")]
    [InlineData("another type", "halton-hub", "JWT")]
    [InlineData("an assertion's type", "halton-hub", "client-authentication+jwt")]
    [InlineData("ended", "halton-hub", "at+jwt", -1)]
    [InlineData("begins in a minute", "halton-hub", "at+jwt", 300, 60)]
    public async Task Even_the_hubs_own_signature_does_not_help_a_token_that_is(string what, string audience = "halton-hub", string type = "at+jwt", int life = 300, int begins = -5)
    {
        var client = hub.With(Signed(Keys.Mine, audience, type, life, begins));
        if (what == "good")
        {
            await List(client);
        }
        else
        {
            await List(client).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        }
    }

    [Fact]
    public async Task A_strangers_signature_under_the_hubs_key_id_is_refused()
    {
        using var pair = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await List(hub.With(Signed(new ECDsaSecurityKey(pair) { KeyId = Keys.Mine.KeyId }))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        await List(hub.With(Signed(new ECDsaSecurityKey(pair) { KeyId = "unknown" }))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
    }

    [Fact]
    public async Task A_token_ends_after_five_minutes_whether_the_node_remembers_it_or_not()
    {
        var clock = new SettableClock();
        await using var node = await HubUnderTest.Start(hub.Owner, clock);
        var (used, unused) = (await node.Token("rww"), await node.Token("rww"));
        await List(node.With(used));
        clock.Jump(TimeSpan.FromSeconds(301));
        await List(node.With(used)).Refused(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
        await List(node.With(unused)).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
    }

    [Fact]
    public async Task A_token_of_one_node_is_good_at_another_node_of_the_same_hub_and_nowhere_else()
    {
        await using var second = await HubUnderTest.Start(hub.Owner);
        await List(second.With(await hub.Token("rww")));
        await List(hub.With(await second.Token("rww")));
        await using var foreign = await HubUnderTest.Start();
        await List(foreign.With(await second.Token("rww"))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
    }

    [Fact]
    public async Task Of_ten_thousand_mutated_tokens_none_is_accepted()
    {
        var authentication = hub.Services.GetRequiredService<Authentication>();
        var good = await hub.Token("rww");
        Assert.Equal("rww", (await authentication.Run("Bearer " + good, default)).Partner);
        var signature = Base64UrlEncoder.DecodeBytes(good.Split('.')[2]);
        var random = new Random(20261124);
        var mutated = Enumerable.Range(0, 10_000).Select(_ => Mutate(good, random)).Where(token => token != good && !SaysTheSame(token, good, signature)).ToList();
        Assert.True(mutated.Count > 9_800, $"{mutated.Count}");
        await Task.WhenAll(mutated.Select(async token =>
        {
            var fault = await Assert.ThrowsAsync<Fault>(async () => await authentication.Run("Bearer " + token, default));
            Assert.True(fault.Kind == FaultKind.Unauthenticated, token);
        }));
    }

    [Fact]
    public async Task Of_a_burst_of_calls_with_the_first_token_of_a_new_node_none_is_refused()
    {
        await List(hub.With(Signed(new ECDsaSecurityKey(Keys.Mine.ECDsa) { KeyId = "a-key-that-nobody-has" }))).Refused(StatusCode.Unauthenticated, "TOKEN_INVALID");
        await using var second = await HubUnderTest.Start(hub.Owner);
        var client = hub.With(await second.Token("rww"));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => List(client)));
    }

    private static Task<ListDischargesResponse> List(DischargeService.DischargeServiceClient client) => client.ListDischargesAsync(new ListDischargesRequest { PageSize = 1 }).ResponseAsync;

    private static string Signed(SecurityKey key, string audience = "halton-hub", string type = "at+jwt", int life = 300, int begins = -5)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            TokenType = type,
            NotBefore = now.AddSeconds(begins),
            Expires = now.AddSeconds(life),
            SigningCredentials = new SigningCredentials(key, "ES256"),
            Claims = new Dictionary<string, object> { ["sub"] = "rww", ["jti"] = Guid.CreateVersion7().ToString("N"), ["scope"] = "system/Encounter.rs" },
        });
    }

    private static string Mutate(string token, Random random)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \0é";
        var text = new StringBuilder(token);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)); break;
                case 1: text.Insert(at, Alphabet[random.Next(Alphabet.Length)]); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(20, text.Length - at))); break;
                case 3: text = new StringBuilder(string.Join('.', text.ToString().Split('.').OrderBy(_ => random.Next()))); break;
                default: text[at] = Alphabet[random.Next(Alphabet.Length)]; break;
            }

            if (text.Length == 0)
            {
                text.Append('.');
            }
        }

        return text.ToString();
    }

    /// <summary>Four bits of a signature's last character carry nothing, so sixteen spellings are one signature.</summary>
    private static bool SaysTheSame(string mutated, string good, byte[] signature)
    {
        var head = good[..(good.LastIndexOf('.') + 1)];
        if (!mutated.StartsWith(head, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            return Base64UrlEncoder.DecodeBytes(mutated[head.Length..]).AsSpan().SequenceEqual(signature);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
