using System.Text;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Tests.Referrals;

/// <summary>Ten thousand messages that were right: each is answered or refused by a well-formed outcome, and nothing is half stored.</summary>
public sealed class MessageFuzzTests(OneHub one) : IClassFixture<OneHub>
{
    private const int Messages = 10_000;
    private static readonly string[] Examples = ["new-referral", "new-validation", "update", "cancel-by-update", "cancel-by-delete", "interim", "rejected", "final"];
    private const string Otherwise = "select count(*) from referrals.referral r where not exists (select from referrals.message m where m.referral_id = r.id)";
    private static readonly int[] Statuses = [400, 403, 404, 409, 422, 501];
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Ten_thousand_spoiled_messages_leave_whole_records_or_none()
    {
        var (random, desk, seen) = (new Random(20261126), new MessageDesk(hub), new Dictionary<string, int>());
        var texts = Examples.Select(desk.Text).ToArray();
        var door = hub.Services.GetRequiredService<FhirMessages>();
        var senders = new[] { MessageDesk.Requester, MessageDesk.Performer }.Select(p => hub.CallOf(p, "CancelReferral").Caller).ToArray();
        var matters = new List<Guid> { Guid.CreateVersion7() };
        var (before, otherwise) = (await Counts(), await hub.Value<long>(Otherwise));
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Messages; i++)
        {
            // A new person each time; what follows is about one of those who were referred.
            var (at, number) = (random.Next(texts.Length), People.NhsNumber());
            var text = SpoiledText.Of(texts[at], random).Replace(desk.NhsNumber, number, StringComparison.Ordinal);
            var sender = senders[random.Next(4) == 0 ? 1 : 0];
            var ids = new MessageIds(Guid.CreateVersion7(), at < 2 ? Guid.CreateVersion7() : matters[random.Next(matters.Count)], [sender.Organization], null);
            try
            {
                var answer = await door.Process(new FhirVisit(sender, "TREAT", "fuzz"), ids, Encoding.UTF8.GetBytes(text), CancellationToken.None);
                Assert.IsType<Bundle>(FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(answer))));
                matters.Add(ids.CorrelationId);
                seen["taken"] = seen.GetValueOrDefault("taken") + 1;
            }
            catch (Fault fault)
            {
                var (status, outcome) = FhirOutcome.Of(fault, "trace");
                Assert.Contains(status, Statuses);
                var written = FhirJson.Write(outcome);
                Assert.DoesNotContain(number, written, StringComparison.Ordinal);
                if (seen.TryAdd(fault.Reason, 0))
                {
                    Assert.IsType<OperationOutcome>(FhirJson.Read(Encoding.UTF8.GetBytes(written)));
                }

                seen[fault.Reason]++;
            }
        }

        Assert.True(seen.GetValueOrDefault("taken") > 50, $"taken: {seen.GetValueOrDefault("taken")}");
        Assert.True(seen.Count > 30, string.Join(", ", seen.Keys));
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - memory < 64 * 1024 * 1024, "memory grew");

        // A message, an event, an answer kept for repeats and a line of the audit for each that was taken, and for no other.
        var after = await Counts();
        Assert.All(before.Zip(after), pair => Assert.Equal(seen["taken"], pair.Second - pair.First));
        Assert.Equal(otherwise, await hub.Value<long>(Otherwise));
    }

    private Task<long[]> Counts() => hub.Value<long[]>("""
        select array[(select count(*) from referrals.message), (select count(*) from events.event where kind like 'referral.%'), (select count(*) from requests.answered),
            (select count(*) from audit.entry where outcome = 'success')]
        """);
}
