using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Access;

/// <summary>A partner that may no longer call is out within five seconds, whatever its token says.</summary>
public sealed class RevocationTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_revoked_partner_is_refused_within_five_seconds_and_its_watch_ends_while_another_goes_on()
    {
        await using var hub = await HubUnderTest.Start();
        var rww = hub.With(await hub.Token("rww"));
        var admitted = await rww.RecordAdmissionAsync(Admission());
        using var watch = rww.WatchDischarges(new WatchDischargesRequest());
        using var other = hub.Discharges("hbc").WatchDischarges(new WatchDischargesRequest { Ward = "Other Ward" });
        Assert.True(await watch.ResponseStream.MoveNext(default) && await other.ResponseStream.MoveNext(default));

        await hub.Execute("update access.partner set revoked_at = now() where id = 'rww'");
        var began = TimeProvider.System.GetTimestamp();
        var ended = ReadToEnd(watch.ResponseStream);
        await Poll.Until(() => IsRefused(rww.GetDischargeStatusAsync(ById(admitted.DischargeId)).ResponseAsync), "the revoked partner is served on and on");
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Promised);
        await ended.Refused(StatusCode.Unauthenticated, "PARTNER_REVOKED");
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Promised);
        Assert.Equal("invalid_client", (await hub.Ask(hub.AssertionOf("rww"))).Error);

        var seen = await hub.Discharges("rbn").RecordAdmissionAsync(Admission(a => (a.Site, a.Ward) = ("RBN01", "Other Ward")));
        Assert.True(await other.ResponseStream.MoveNext(default));
        Assert.Equal(seen.DischargeId, other.ResponseStream.Current.Event.Discharge.DischargeId);
        Assert.Equal(admitted.DischargeId, (await hub.Discharges("hbc").GetDischargeStatusAsync(ById(admitted.DischargeId))).DischargeId);
    }

    /// <summary>A watch from now may retell what was committed just before it opened.</summary>
    private static async Task ReadToEnd(IAsyncStreamReader<WatchDischargesResponse> stream)
    {
        while (await stream.MoveNext(default))
        {
            // Nothing to look at.
        }
    }

    private static async Task<bool> IsRefused(Task call)
    {
        try
        {
            await call;
            return false;
        }
        catch (RpcException)
        {
            await call.Refused(StatusCode.Unauthenticated, "PARTNER_REVOKED");
            return true;
        }
    }
}
