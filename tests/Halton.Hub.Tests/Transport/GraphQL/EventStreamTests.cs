using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Subscriptions over server-sent events: everything once, in order, until the right to hear it ends.</summary>
public sealed class EventStreamTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Follow = "subscription($w: String, $t: String) { dischargeChanged(ward: $w, resumeToken: $t) { resumeToken discharge { dischargeId } } }";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_subscription_begins_with_a_bookmark_and_tells_each_change()
    {
        await using var watch = await EventReader.Ward(hub, "hbc", "Event Ward");
        var bookmark = (await watch.Next()).At("data.dischargeChanged");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (bookmark.At("discharge").ValueKind, bookmark.At("kind").ValueKind));
        Assert.NotEmpty(bookmark.At("resumeToken").GetString()!);
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Event Ward"));
        var told = await watch.NextEvent();
        Assert.Equal((admitted.DischargeId, "discharge.admitted"), (told.At("discharge.dischargeId").GetString(), told.At("kind").GetString()));
    }

    [Fact]
    public async Task After_a_break_it_goes_on_exactly_where_it_was()
    {
        string token;
        await using (var watch = await EventReader.Ward(hub, "rww", "Break Ward"))
        {
            await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Break Ward"));
            token = (await watch.NextEvent()).At("resumeToken").GetString()!;
        }

        var (one, two) = (await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Break Ward")), await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Break Ward")));
        await using var rest = await EventReader.Ward(hub, "rww", "Break Ward", token);
        Assert.Equal(one.DischargeId, (await rest.NextEvent()).At("discharge.dischargeId").GetString());
        Assert.Equal(two.DischargeId, (await rest.NextEvent()).At("discharge.dischargeId").GetString());
    }

    [Fact]
    public async Task A_query_too_can_be_answered_as_events()
    {
        await using var answer = await EventReader.Open(hub, "rww", "{ __typename }", new { });
        Assert.Equal("Query", (await answer.Next()).At("data.__typename").GetString());
        Assert.Null(await answer.NextOrEnd());
    }

    [Theory]
    [InlineData("subscription { nothing }", "x", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData(Follow, "x", 400, "RESUME_TOKEN_INVALID")]
    public async Task What_is_refused_before_it_begins_is_an_ordinary_answer(string query, string resumeToken, int status, string reason)
    {
        using var response = await EventReader.Send(hub, await hub.Token("rww"), query, new { w = "A", t = resumeToken });
        var answer = await GraphAnswer.Read(response);
        Assert.Equal((status, reason, "application/graphql-response+json; charset=utf-8"), ((int)answer.Status, answer.Reason, answer.ContentType));
    }

    [Fact]
    public async Task A_subscription_asks_for_events()
    {
        var answer = await hub.Graph("rww", Follow);
        Assert.Equal((400, "STREAM_REQUIRED"), ((int)answer.Status, answer.Reason));
    }

    [Fact]
    public async Task Watches_are_as_many_as_agreed_and_one_that_is_dropped_is_free_at_once()
    {
        await using var own = await HubUnderTest.Start();
        await own.Execute("update access.partner set max_watches = 1 where id = 'rww'");
        var token = await own.Token("rww");
        await Poll.Until(
            async () =>
            {
                using var first = await EventReader.Send(own, token, Follow);
                using var second = await EventReader.Send(own, token, Follow);
                return (int)second.StatusCode == 429;
            },
            "a second watch is let in");
        for (var i = 0; i < 5; i++)
        {
            await Poll.Until(
                async () =>
                {
                    using var again = await EventReader.Send(own, token, Follow);
                    return again.IsSuccessStatusCode;
                },
                "a dropped watch is not free");
        }
    }

    [Fact]
    public async Task It_ends_with_the_token_that_it_was_begun_with()
    {
        var clock = new SettableClock();
        await using var own = await HubUnderTest.Start(clock: clock);
        using var response = await EventReader.Send(own, await own.Token("rww", clock: clock), Follow, new { w = "A" });
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        clock.Jump(TimeSpan.FromMinutes(6));
        var text = await reader.ReadToEndAsync();
        Assert.Contains("\"code\":\"UNAUTHENTICATED\",\"reason\":\"TOKEN_EXPIRED\"", text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_in_order_when_the_node_stops()
    {
        var own = await HubUnderTest.Start();
        using var response = await EventReader.Send(own, await own.Token("rww"), Follow);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var text = reader.ReadToEndAsync();
        await own.DisposeAsync();
        Assert.Contains("\"reason\":\"DRAINING\"", await text, StringComparison.Ordinal);
    }
}
