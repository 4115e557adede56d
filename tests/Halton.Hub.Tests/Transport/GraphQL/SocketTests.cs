using System.Net.WebSockets;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>The graphql-transport-ws protocol: how a socket begins, what goes over it, and how it ends.</summary>
public sealed class SocketTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Several_operations_share_a_socket_and_end_one_by_one()
    {
        using var socket = await SocketClient.Open(hub, await hub.Token("rww"));
        await socket.Ward("a", "Socket A");
        await socket.Ward("b", "Socket B");
        await socket.Subscribe("q", "{ __typename }");
        Assert.Equal("Query", (await socket.Tell("q")).At("payload.data.__typename").GetString());
        Assert.Equal("complete", (await socket.Tell("q")).At("type").GetString());
        var a = await hub.Discharges("rww").RecordAdmissionAsync(Admission(x => x.Ward = "Socket A"));
        Assert.Equal(a.DischargeId, (await socket.Tell("a")).At("payload.data.dischargeChanged.discharge.dischargeId").GetString());
        await socket.Send(new { type = "complete", id = "a" });
        await socket.Send(new { type = "ping" });
        Assert.Equal("pong", (await socket.Receive()).At("type").GetString());
        var b = await hub.Discharges("rww").RecordAdmissionAsync(Admission(x => x.Ward = "Socket B"));
        Assert.Equal(b.DischargeId, (await socket.Tell("b")).At("payload.data.dischargeChanged.discharge.dischargeId").GetString());
        await socket.Ward("a", "Socket A");
        Assert.Equal("next", (await socket.Receive()).At("type").GetString());
    }

    [Fact]
    public async Task After_a_break_a_subscription_goes_on_exactly_where_it_was()
    {
        var token = await hub.Token("rww");
        var socket = await SocketClient.Open(hub, token);
        await socket.Ward("a", "Socket Break");
        var resume = (await socket.Receive()).At("payload.data.dischargeChanged.resumeToken").GetString();
        socket.Drop();
        socket.Dispose();
        var (one, two) = (await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Socket Break")), await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Socket Break")));
        using var again = await SocketClient.Open(hub, token);
        await again.Ward("a", "Socket Break", resume);
        Assert.Equal(one.DischargeId, (await again.Tell("a")).At("payload.data.dischargeChanged.discharge.dischargeId").GetString());
        Assert.Equal(two.DischargeId, (await again.Tell("a")).At("payload.data.dischargeChanged.discharge.dischargeId").GetString());
    }

    [Fact]
    public async Task What_an_operation_is_refused_leaves_the_socket_open()
    {
        using var socket = await SocketClient.Open(hub, await hub.Token("rww"));
        foreach (var (query, code) in new[] { ("{", "GRAPHQL_PARSE_FAILED"), ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"), ("{ discharges(first: 0) { nodes { id } } }", "INVALID_ARGUMENT"), ("subscription { dischargeChanged(resumeToken: \"x\") { kind } }", "INVALID_ARGUMENT") })
        {
            await socket.Subscribe("x", query);
            var error = await socket.Tell("x");
            Assert.Equal(("error", code), (error.At("type").GetString(), error.At("payload.0.extensions.code").GetString()));
        }
    }

    [Fact]
    public async Task The_headers_of_the_upgrade_may_carry_the_token_too()
    {
        var token = await hub.Token("rww");
        using var socket = await SocketClient.Connect(hub, change: options =>
        {
            options.SetRequestHeader("Authorization", "Bearer " + token);
            options.SetRequestHeader("purpose-of-use", "TREAT");
        });
        await socket.Send(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await socket.Receive()).At("type").GetString());
        await socket.Subscribe("x", "{ discharges(first: 1) { nodes { id } } }");
        Assert.Equal("next", (await socket.Receive()).At("type").GetString());
    }

    [Fact]
    public async Task Whoever_breaks_the_protocol_is_told_how()
    {
        var token = await hub.Token("rww");
        Assert.Equal(4406, await Ends(SocketClient.Connect(hub, protocol: null), _ => Task.CompletedTask));
        Assert.Equal(4406, await Ends(SocketClient.Connect(hub, protocol: "graphql-ws"), _ => Task.CompletedTask));
        Assert.Equal(4408, await Ends(SocketClient.Connect(hub), _ => Task.CompletedTask));
        Assert.Equal(4401, await Ends(SocketClient.Connect(hub), s => s.Subscribe("x", "{ __typename }")));
        Assert.Equal(4403, await Ends(SocketClient.Connect(hub), s => s.Send(new { type = "connection_init" })));
        Assert.Equal(4403, await Ends(SocketClient.Connect(hub), s => s.Send(new { type = "connection_init", payload = new { authorization = "Bearer x" } })));
        Assert.Equal(4429, await Ends(SocketClient.Open(hub, token), s => s.Send(new { type = "connection_init" })));
        Assert.Equal(4400, await Ends(SocketClient.Open(hub, token), s => s.Send("{"u8.ToArray())));
        Assert.Equal(4400, await Ends(SocketClient.Open(hub, token), s => s.Send(new { type = "start", id = "x" })));
        Assert.Equal(4400, await Ends(SocketClient.Open(hub, token), s => s.Send(new { type = "subscribe" })));
        Assert.Equal(4400, await Ends(SocketClient.Open(hub, token), s => s.Send([1], WebSocketMessageType.Binary)));
        Assert.Equal(1009, await Ends(SocketClient.Open(hub, token), s => s.Subscribe("x", new string(' ', 16 * 1024))));
        Assert.Equal(4409, await Ends(SocketClient.Open(hub, token), async s =>
        {
            await s.Ward("x", "A");
            await s.Ward("x", "A");
        }));
    }

    [Fact]
    public async Task Who_may_not_be_heard_any_more_is_told_so_on_each_operation_and_then_closed()
    {
        var clock = new SettableClock();
        await using var own = await HubUnderTest.Start(clock: clock);
        using var socket = await SocketClient.Open(own, await own.Token("rww", clock: clock));
        await socket.Ward("a", "A");
        await socket.Ward("b", "B");
        _ = (await socket.Receive(), await socket.Receive());
        clock.Jump(TimeSpan.FromMinutes(6));
        var errors = new[] { await socket.Receive(), await socket.Receive() };
        Assert.Equal(["a", "b"], errors.Select(e => e.At("id").GetString()!).Order());
        Assert.All(errors, e => Assert.Equal(("error", "UNAUTHENTICATED"), (e.At("type").GetString(), e.At("payload.0.extensions.code").GetString())));
        Assert.Equal(4403, await socket.Closed());
    }

    [Fact]
    public async Task A_node_that_stops_says_so_on_each_operation()
    {
        var own = await HubUnderTest.Start();
        using var socket = await SocketClient.Open(own, await own.Token("rww"));
        await socket.Ward("a", "A");
        _ = await socket.Receive();
        var stopping = own.DisposeAsync();
        var error = await socket.Tell("a");
        Assert.Equal(("UNAVAILABLE", "DRAINING"), (error.At("payload.0.extensions.code").GetString(), error.At("payload.0.extensions.reason").GetString()));
        Assert.Equal(1001, await socket.Closed());
        await stopping;
    }

    [Fact]
    public async Task A_dropped_socket_frees_its_watches_at_once()
    {
        await using var own = await HubUnderTest.Start();
        await own.Execute("update access.partner set max_watches = 2 where id = 'hbc'");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var token = await own.Token("hbc");
        for (var i = 0; i < 4; i++)
        {
            await Poll.Until(
                async () =>
                {
                    using var socket = await SocketClient.Open(own, token);
                    await socket.Ward("a", "A");
                    await socket.Ward("b", "B");
                    var both = new[] { (await socket.Receive()).At("type").GetString(), (await socket.Receive()).At("type").GetString() };
                    await socket.Ward("c", "C");
                    var full = both.All(type => type == "next") && (await socket.Receive()).At("payload.0.extensions.reason").GetString() == "TOO_MANY_WATCHES";
                    socket.Drop();
                    return full;
                },
                "a dropped socket keeps its watches");
        }
    }

    private static async Task<int?> Ends(Task<SocketClient> connecting, Func<SocketClient, Task> act)
    {
        using var socket = await connecting;
        await act(socket);
        return await socket.Closed();
    }
}
