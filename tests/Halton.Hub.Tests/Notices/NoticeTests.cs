using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Notices;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Referrals.Referring;

namespace Halton.Hub.Tests.Notices;

/// <summary>Partners hear of events at their own addresses: in order, each once, or visibly given up; and the hub calls nowhere else.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private readonly List<IAsyncDisposable> stubs = [];
    private HubUnderTest hub = null!;
    private ReferralDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await HubUnderTest.Start(clock: clock);
        desk = new ReferralDesk(hub);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stub in stubs)
        {
            await stub.DisposeAsync();
        }

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_partner_hears_of_what_it_may_see_signed_in_order_and_once()
    {
        var (mine, other) = (await Stub(), await Stub());
        await Receiver("RBN", mine, "referral.");
        await Receiver("RWW", other, "referral.");
        var referral = await desk.Create(Refer());
        referral = await desk.Triage(Triage(referral));
        await desk.Accept(Accept(referral));
        Assert.Equal("3 0 0", await Fire());
        Assert.Equal("0 0 0", await Fire());
        Assert.Empty(other.All);
        Assert.Equal(["referral.created", "referral.triaged", "referral.accepted"], mine.All.Select(c => Json(c).GetProperty("type").GetString()));
        foreach (var came in mine.All)
        {
            Assert.Equal(("/hook", "1", "application/cloudevents+json"), (came.Path, came.Attempt, came.ContentType));
            Assert.Equal(("1.0", referral.ReferralId), (Json(came).GetProperty("specversion").GetString(), Json(came).GetProperty("subject").GetString()));

            // Nothing of a person goes out; who wants to know asks, and is known by the token.
            Assert.DoesNotContain(referral.NhsNumber, came.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Zzyzxquill", came.Body, StringComparison.Ordinal);
            var key = hub.Services.GetRequiredService<SigningKeys>().Published.Single(k => k.Kid == new JsonWebToken(came.Signature).Kid);
            var read = await new JsonWebTokenHandler().ValidateTokenAsync(came.Signature, new TokenValidationParameters
            {
                IssuerSigningKey = key,
                ValidAudience = mine.Origin + "/hook",
                ValidateIssuer = false,
                ValidAlgorithms = ["ES256"],
                ValidTypes = ["hub-notice+jwt"],
            });
            Assert.True(read.IsValid, read.Exception?.Message);
            Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(came.Body))), read.Claims["body_sha256"]);
        }
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_marked_and_holds_up_its_own_line_alone()
    {
        var (ill, well) = (await Stub(), await Stub());
        ill.Answers = (nth, http) =>
        {
            http.Response.StatusCode = nth <= 3 ? 500 : 204;
            return Task.CompletedTask;
        };
        await Receiver("RBN", ill, "referral.");
        await Receiver("HICAFS", well, "referral.");
        var referral = await desk.Create(Refer());
        await desk.Triage(Triage(referral));
        Assert.Equal("2 1 0", await Fire());
        Assert.Equal("0 0 0", await Fire());
        Assert.Equal(2, well.All.Count);
        await Later(TimeSpan.FromSeconds(16));
        Assert.Equal("0 1 0", await Fire());
        await Later(TimeSpan.FromSeconds(16));
        Assert.Equal("0 0 0", await Fire());
        await Later(TimeSpan.FromMinutes(1));
        Assert.Equal("0 1 0", await Fire());
        Assert.Contains("status 500", (await Lines()).Single(l => l.Org == "RBN").Trouble, StringComparison.Ordinal);
        await Later(TimeSpan.FromMinutes(6));
        Assert.Equal("2 0 0", await Fire());
        Assert.Equal(["created 1", "created 2", "created 3", "created 4", "triaged 1"], ill.All.Select(c => $"{Json(c).GetProperty("type").GetString()!["referral.".Length..]} {c.Attempt}"));
    }

    [Fact]
    public async Task Whatever_a_receiver_does_the_line_ends_with_sent_or_dead_and_the_hub_calls_nowhere_else()
    {
        var (elsewhere, moved, slow) = (await Stub(), await Stub(), await Stub());
        using var garbage = new StubReceiver.Garbage();
        moved.Answers = (_, http) =>
        {
            http.Response.StatusCode = 301;
            http.Response.Headers.Location = elsewhere.Origin + "/hook";
            return Task.CompletedTask;
        };
        slow.Answers = (nth, http) => nth == 1 ? Task.Delay(TimeSpan.FromSeconds(15), http.RequestAborted) : Task.CompletedTask;
        await Receiver("RBN", moved, "referral.");
        await Receiver("RBN", slow, "referral.");
        await Receiver("RBN", garbage.Origin, "referral.");
        await desk.Create(Refer());
        Assert.Equal("0 3 0", await Fire());
        for (var i = 0; i < SendNotices.Pauses.Count; i++)
        {
            await Later(SendNotices.Pauses[i] + TimeSpan.FromSeconds(1));
            await Fire();
        }

        var lines = await Lines();
        Assert.Equal((0L, 0L, 1L, "status 301"), Standing(lines, moved.Origin));
        Assert.Equal((0L, 1L, 0L, null), Standing(lines, slow.Origin));
        Assert.Equal((0L, 0L, 1L), Standing(lines, garbage.Origin) is var (pending, sent, dead, _) ? (pending, sent, dead) : default);
        Assert.Equal((8, 8, 2), (moved.All.Count, garbage.Calls, slow.All.Count));
        Assert.Empty(elsewhere.All);

        // Given up is not forgotten: what comes after goes on, and a replay tells it after all, marked as a repeat.
        moved.Answers = (_, _) => Task.CompletedTask;
        var next = await desk.Create(Refer());
        Assert.Equal("2 1 0", await Fire());
        Assert.Equal(1, await Desk(db => new ReplayNotices(db, clock).Run(lines.Single(l => l.Url.StartsWith(moved.Origin, StringComparison.Ordinal)).Id, null, CancellationToken.None)));
        Assert.Equal("1 0 0", await Fire());
        Assert.Equal(("9", "referral.created"), (moved.All.Last().Attempt, Json(moved.All.Last()).GetProperty("type").GetString()));
        Assert.NotEqual(next.ReferralId, Json(moved.All.Last()).GetProperty("subject").GetString());

        // An origin that is no longer allowed is not called; nothing is lost meanwhile.
        await Desk(db => new AllowNotices(db, clock).Run(moved.Origin, allowed: false, CancellationToken.None));
        var before = moved.All.Count;
        await desk.Create(Refer());
        await Fire();
        Assert.Equal(before, moved.All.Count);
        await Desk(db => new AllowNotices(db, clock).Run(moved.Origin, allowed: true, CancellationToken.None));
        await Fire();
        Assert.Equal(before + 1, moved.All.Count);
    }

    [Fact]
    public async Task An_attempt_that_ended_in_the_middle_is_known_as_a_repeat_and_two_nodes_send_once()
    {
        var stub = await Stub();
        await Receiver("RBN", stub, "referral.");
        await desk.Create(Refer());
        await hub.Services.GetRequiredService<LineUpNotices>().Run(await hub.Firing("Notifications"), CancellationToken.None);

        // As a node leaves it that is killed between counting the attempt and hearing the answer.
        await hub.Execute("update notices.notice set attempts = 1, next_at = $1", clock.GetUtcNow());
        Assert.Equal("1 0 0", await Fire());
        Assert.Equal("2", Assert.Single(stub.All).Attempt);

        for (var i = 0; i < 5; i++)
        {
            await desk.Create(Refer());
        }

        await Task.WhenAll(Fire(), Fire(), Fire());
        Assert.Equal(6, stub.All.Count);
        Assert.Equal(6, stub.All.Select(c => Json(c).GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("http://referrer.example")]
    [InlineData("https://user:secret@referrer.example")]
    [InlineData("ftp://referrer.example")]
    [InlineData("referrer.example")]
    public async Task Only_secure_addresses_can_be_allowed(string origin) =>
        Assert.Equal("ORIGIN_NOT_ALLOWED", (await Assert.ThrowsAsync<Fault>(() => Desk(db => new AllowNotices(db, clock).Run(origin, allowed: true, CancellationToken.None)))).Reason);

    [Fact]
    public async Task A_receiver_is_added_for_a_known_organisation_at_an_allowed_origin_once()
    {
        Assert.Equal("ORIGIN_NOT_ALLOWED", await Refused("RBN", "https://referrer.example/hook", "referral."));
        await Desk(db => new AllowNotices(db, clock).Run("https://referrer.example", allowed: true, CancellationToken.None));
        Assert.Equal("NO_SUCH_ORGANIZATION", await Refused("NOBODY", "https://referrer.example/hook", "referral."));
        Assert.Equal("KINDS_INVALID", await Refused("RBN", "https://referrer.example/hook", "Referral %"));
        Assert.Equal("ok", await Refused("RBN", "https://referrer.example/hook", "referral."));
        Assert.Equal("RECEIVER_EXISTS", await Refused("RBN", "https://referrer.example/hook", "referral."));
        Assert.Equal("ORIGIN_NOT_ALLOWED", await Refused("RBN", "https://referrer.example.evil.example/hook", "referral."));
        Assert.Equal("NO_SUCH_RECEIVER", (await Assert.ThrowsAsync<Fault>(() => Desk(async db =>
        {
            await new PauseNoticeReceiver(db).Run(Guid.CreateVersion7(), paused: true, CancellationToken.None);
            return 0;
        }))).Reason);
    }

    private async Task<StubReceiver> Stub()
    {
        var stub = await StubReceiver.Start();
        stubs.Add(stub);
        return stub;
    }

    private Task<Guid> Receiver(string organization, StubReceiver stub, string kinds) => Receiver(organization, stub.Origin, kinds);

    private async Task<Guid> Receiver(string organization, string origin, string kinds)
    {
        await Desk(db => new AllowNotices(db, clock).Run(origin, allowed: true, CancellationToken.None));
        return await Desk(db => new AddNoticeReceiver(db, clock).Run(organization, origin + "/hook", [kinds], CancellationToken.None));
    }

    private async Task<string> Refused(string organization, string address, string kinds)
    {
        try
        {
            await Desk(db => new AddNoticeReceiver(db, clock).Run(organization, address, [kinds], CancellationToken.None));
            return "ok";
        }
        catch (Fault fault)
        {
            return fault.Reason;
        }
    }

    private async Task<T> Desk<T>(Func<HubDb, Task<T>> work)
    {
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(hub.Owner).Options);
        return await work(db);
    }

    private Task<List<ReceiverLine>> Lines() => Desk(db => new ListNoticeReceivers(db).Run(CancellationToken.None));

    private async Task<string> Fire()
    {
        var firing = await hub.Firing("Notifications");
        await hub.Services.GetRequiredService<LineUpNotices>().Run(firing, CancellationToken.None);
        var counts = (await hub.Services.GetRequiredService<SendNotices>().Run(firing, CancellationToken.None)).Named;
        return $"{counts["sent"]} {counts["failed attempts"]} {counts["dead"]}";
    }

    private async Task Later(TimeSpan by)
    {
        clock.Jump(by);
        await hub.Services.GetRequiredService<PartnerDirectory>().Refresh(CancellationToken.None);
    }

    private static (long Pending, long Sent, long Dead, string? Trouble) Standing(List<ReceiverLine> lines, string origin)
    {
        var line = lines.Single(l => l.Url.StartsWith(origin + "/", StringComparison.Ordinal));
        return (line.Pending, line.Sent, line.Dead, line.Trouble);
    }

    private static JsonElement Json(StubReceiver.Came came) => JsonDocument.Parse(came.Body).RootElement;
}
