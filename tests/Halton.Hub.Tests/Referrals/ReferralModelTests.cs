using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Referrals.Referring;

namespace Halton.Hub.Tests.Referrals;

/// <summary>Random commands, given to the hub and to a model that knows nothing of it: they agree after each one.</summary>
public sealed class ReferralModelTests(OneHub one) : IClassFixture<OneHub>
{
    private const int Sequences = 60;
    private const int Length = 30;
    private static readonly string[] Endings = ["reject", "redirect", "cancel", "cancel by requester"];

    // What ends a referral comes seldom, so that there is something to end.
    private static readonly string[] Commands =
        [.. Enumerable.Repeat<string[]>(["triage", "exclude", "accept", "allocate", "ring", "see", "complete", "follow up", "stale"], 4).SelectMany(all => all), .. Endings];

    // Most commands go on, so that some referrals arrive.
    private static readonly string[] Forward = ["triage", "accept", "allocate", "see", "complete"];
    private readonly HubUnderTest hub = one.Hub;
    private readonly Dictionary<string, int> seen = [];

    [Fact]
    public async Task The_hub_and_the_model_never_disagree()
    {
        for (var seed = 1; seed <= Sequences; seed++)
        {
            await Play(seed);
        }

        foreach (var (what, least) in new[] { ("complete ok", 5), ("redirect ok", 3), ("accept EXCLUDED", 2), ("see NOT_ALLOCATED", 2), ("triage RESPONSE_BEGUN", 2), ("follow up FOLLOW_UP_NOT_DUE", 2), ("stale ETAG_MISMATCH", 20), ("cancel REFERRAL_ENDED", 5) })
        {
            Assert.True(seen.GetValueOrDefault(what) >= least, $"{what}: {seen.GetValueOrDefault(what)}");
        }
    }

    private async Task Play(int seed)
    {
        var (random, desk, model, told) = (new Random(seed), new ReferralDesk(hub), new Model(), new List<string>());
        var referral = await desk.Create(Refer(r => r.Tier = Code("halton-72h")));
        for (var n = 0; n < Length; n++)
        {
            var command = (random.Next(5), model.State, model.Excluded) switch
            {
                ( < 3, "received", true) => "accept",
                (0, "requested", _) => "exclude",
                ( < 2, _, _) => Forward.LastOrDefault(c => model.Fault(c) is null) ?? "stale",
                _ => Commands[random.Next(Commands.Length)],
            };
            told.Add(command);
            var expected = model.Do(command);
            var came = "ok";
            try
            {
                await Do(desk, command, referral);
            }
            catch (Fault fault)
            {
                came = fault.Reason;
            }

            var story = $"seed {seed}: {string.Join(", ", told)}";
            Assert.True(expected == came, $"{story}: the model says {expected}, the hub {came}");
            seen[$"{command} {came}"] = seen.GetValueOrDefault($"{command} {came}") + 1;
            referral = await desk.Get(referral.ReferralId);
            Assert.True(model.State == StateOf(referral), $"{story}: {referral.State}");
            Assert.Equal((model.Triages, model.Teams, model.Contacts, $"r{model.Changes}"), (referral.Triages.Count, referral.Allocations.Count, referral.Contacts.Count, referral.Etag));
            Assert.Equal(model.Seen, referral.FirstContactAt is not null);
            var rows = await hub.Value<long[]>(
                "select array[(select count(*) from events.event where record_id = $1), (select count(*) from referrals.access where referral_id = $1 and open), (select count(*) from referrals.referral where redirected_from = $1)]",
                Guid.Parse(referral.ReferralId));
            Assert.Equal([model.Changes, model.Ended ? 0 : 3, model.State == "redirected" ? 1 : 0], rows);
        }
    }

    private static string StateOf(Referral referral) => Halton.Hub.Referrals.ReferralMessages.Name(referral.State)!;

    private static Task<Referral> Do(ReferralDesk desk, string command, Referral referral) => command switch
    {
        "triage" => desk.Triage(Triage(referral, "halton-72h")),
        "exclude" => desk.Triage(Triage(referral, "halton-72h", r => r.Exclusions.Add(Code("sepsis")))),
        "accept" => desk.Accept(Accept(referral)),
        "reject" => desk.Reject(Reject(referral)),
        "redirect" => desk.Redirect(Redirect(referral)),
        "allocate" => desk.Allocate(Allocate(referral)),
        "ring" => desk.Contact(Contact(referral, "telephone")),
        "see" => desk.Contact(Contact(referral)),
        "complete" => desk.Complete(Complete(referral)),
        "cancel" => desk.Cancel(Cancel(referral)),
        "cancel by requester" => desk.Cancel(Cancel(referral), "rbn"),
        "follow up" => desk.FollowUp(new RecordFollowUpRequest
        {
            RequestId = People.RequestId(),
            ReferralId = referral.ReferralId,
            Outcome = Code("at-home"),
            FollowedUpOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}",
            Etag = referral.Etag,
        }),
        _ => desk.Allocate(Allocate(new Referral { ReferralId = referral.ReferralId, Etag = "r0" })),
    };

    /// <summary>What a referral is, in a few fields.</summary>
    private sealed class Model
    {
        public string State { get; private set; } = "requested";

        public int Changes { get; private set; } = 1;

        public int Triages { get; private set; }

        public int Teams { get; private set; }

        public int Contacts { get; private set; }

        public bool Seen { get; private set; }

        public bool Excluded { get; private set; }

        public bool Ended => State is "completed" or "rejected" or "redirected" or "cancelled";

        private bool Taken => State is "accepted" or "in-progress";

        public string? Fault(string command)
        {
            if (command == "stale")
            {
                return "ETAG_MISMATCH";
            }

            if (command == "follow up")
            {
                return State == "completed" ? "FOLLOW_UP_NOT_DUE" : "NOT_COMPLETED";
            }

            if (Ended)
            {
                return "REFERRAL_ENDED";
            }

            return command switch
            {
                "triage" or "exclude" => Seen ? "RESPONSE_BEGUN" : null,
                "accept" => Taken ? "ALREADY_ACCEPTED" : Triages == 0 ? "NOT_TRIAGED" : Excluded ? "EXCLUDED" : null,
                "reject" => Taken ? "ALREADY_ACCEPTED" : null,
                "allocate" => Taken ? null : "NOT_ACCEPTED",
                "ring" or "see" => !Taken ? "NOT_ACCEPTED" : Teams == 0 ? "NOT_ALLOCATED" : null,
                "complete" => !Taken ? "NOT_ACCEPTED" : Seen ? null : "NO_CONTACT_YET",
                _ => null,
            };
        }

        public string Do(string command)
        {
            if (Fault(command) is { } fault)
            {
                return fault;
            }

            Changes++;
            switch (command)
            {
                case "triage" or "exclude":
                    (Triages, Excluded, State) = (Triages + 1, command == "exclude", State == "requested" ? "received" : State);
                    break;
                case "accept":
                    State = "accepted";
                    break;
                case "allocate":
                    Teams++;
                    break;
                case "ring":
                    Contacts++;
                    break;
                case "see":
                    (Contacts, Seen, State) = (Contacts + 1, true, "in-progress");
                    break;
                default:
                    State = command switch { "reject" => "rejected", "redirect" => "redirected", "complete" => "completed", _ => "cancelled" };
                    break;
            }

            return "ok";
        }
    }
}
