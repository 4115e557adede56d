using CsCheck;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Validation.Facts;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>Whatever happens in whatever order, the decision is what a plain reading of the rules says.</summary>
public sealed class ValidationModelTests
{
    private enum Step
    {
        DaysPass,
        Good,
        RequiresImprovement,
        Inadequate,
        DormantOrNot,
        CqcSilentOrNot,
        ContractOrNot,
        HostIsFine,
        HostSuspends,
        HostHasConcerns,
        SomethingHappens,
        OfficerOverrides,
    }

    [Fact]
    public void Any_history_is_decided_as_a_plain_reading_of_the_rules_does() => Gen.Select(Gen.Enum<Step>(), Gen.Int[1, 120]).List[1, 40].Sample(
        steps =>
        {
            var world = new World();
            foreach (var (step, amount) in steps)
            {
                world.Take(step, amount);
                Assert.Equal(world.Expected(), world.Validation.Decision);
                world.Holds();
            }
        },
        iter: 4_000);

    [Fact]
    public void The_plain_reading_sees_a_decision_that_forgets_what_happened() => Assert.ThrowsAny<CsCheckException>(() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[1, 120]).List[1, 40].Sample(
            steps =>
            {
                var world = new World { Forgetful = true };
                foreach (var (step, amount) in steps)
                {
                    world.Take(step, amount);
                    Assert.Equal(world.Expected(), world.Validation.Decision);
                }
            },
            iter: 4_000));

    private sealed class World
    {
        private readonly List<HostReply> replies = [];
        private DateTimeOffset now = Now;
        private DateTimeOffset synced = Now;
        private string rating = "good";
        private bool dormant;
        private bool silent;
        private bool contract = true;

        // What a careful officer would have written down.
        private DateTimeOffset? happened;
        private bool couldPlaceThen;
        private DateOnly? goodUntil;
        private (DateTimeOffset At, DateOnly Until)? word;
        private bool couldPlace;

        public World() => Validation = ValidationDecisionTests.Looked(Known());

        public bool Forgetful { get; init; }

        public ProviderValidation Validation { get; }

        private DateOnly Day => LondonTime.Day(now);

        private HostReply? Latest => replies.Where(r => r.RepliedOn is not null).MaxBy(r => (r.RepliedOn, r.RecordedAt));

        public void Take(Step step, int amount)
        {
            now = now.AddMinutes(1);
            string? why = null;
            switch (step)
            {
                case Step.DaysPass: now = now.AddDays(amount); break;
                case Step.Good: rating = "good"; break;
                case Step.RequiresImprovement: rating = "requires-improvement"; break;
                case Step.Inadequate: rating = "inadequate"; break;
                case Step.DormantOrNot: dormant = !dormant; break;
                case Step.CqcSilentOrNot: silent = !silent; break;
                case Step.ContractOrNot: contract = !contract; break;
                case Step.HostIsFine: Answer("none", false); break;
                case Step.HostSuspends: Answer("none", true); break;
                case Step.HostHasConcerns: Answer("some", false); break;
                case Step.SomethingHappens: why = "rating-downgrade"; break;
            }

            if (!silent)
            {
                synced = now;
            }

            if (why is not null || (dormant && couldPlace))
            {
                (happened, couldPlaceThen) = (now, couldPlaceThen || couldPlace || goodUntil >= Day);
                word = word is { } before && before.Until >= Day ? (before.At, DateOnly.MinValue) : word;
            }

            Validation.Look(Known(), Forgetful ? null : why);
            Expected();
            if (step == Step.OfficerOverrides && !dormant && !couldPlace)
            {
                Validation.Override(new ValidationOverride("A. Quillrow", "Director", "Nobody else can meet the need.", now, Day.AddDays(amount)), []);
                word = (now, Day.AddDays(amount));
                Validation.Look(Known(), null);
                Expected();
            }
        }

        /// <summary>The rules in words: block, then what happened, then expiry, then what is missing, then conditions; an officer's word before all but the register.</summary>
        public string Expected()
        {
            if (happened is { } at && Latest is { } latest && latest.RepliedOn >= LondonTime.Day(at) && latest.RecordedAt > at)
            {
                (happened, couldPlaceThen) = (null, false);
            }

            var expiry = Latest?.RepliedOn?.AddMonths(12);
            var blocked = dormant || rating == "inadequate" || Latest is { PlacementsSuspended: true };
            var missing = Latest is null || expiry < Day || !contract || now - synced > TimeSpan.FromHours(24) || happened is not null;
            goodUntil = goodUntil is not null || (!blocked && !missing) ? expiry : null;
            var odd = rating == "requires-improvement" || Latest is { Concerns: "some" } || expiry <= Day.AddDays(30);
            var plain = blocked ? "blocked"
                : happened is not null && couldPlaceThen ? "re-validation-required"
                : goodUntil < Day ? "expired"
                : missing ? "pending"
                : odd ? "valid-with-conditions" : "valid";
            if (plain.StartsWith("valid", StringComparison.Ordinal))
            {
                word = null;
            }

            var overridden = word is { } given && given.Until >= Day && !dormant;
            var decision = overridden ? "valid-with-conditions" : plain;
            couldPlace = decision.StartsWith("valid", StringComparison.Ordinal);
            return decision;
        }

        /// <summary>What holds after any step.</summary>
        public void Holds()
        {
            var open = ValidationDecisionTests.Open(Validation);
            Assert.Equal(open.Distinct(), open);
            Assert.Equal(happened is not null, open.Contains("revalidate"));
            Assert.True(Validation.Decision == "valid-with-conditions" || Validation.Conditions.Count == 0);
            Assert.True(Validation.Decision != "valid-with-conditions" || Validation.Conditions.Count > 0);
            Assert.Equal(12, Validation.Checks.Count);
        }

        private void Answer(string concerns, bool suspended) => replies.Add(Reply(on: Day, concerns: concerns, suspended: suspended, recorded: now));

        private Evidence Known() => new()
        {
            Home = Home(h => (h.RatingOverall, h.Dormant, h.SyncedAt, h.LastInspectionDate) = (rating, dormant, synced, Day.AddMonths(-2))),
            Placed = new PlacedThere(["general-residential"], ["own-choice"], Day.AddMonths(6)),
            Contracts = contract ? [Contract(insured: Day.AddMonths(6))] : [],
            Contact = replies.MaxBy(r => (r.ContactedOn, r.RecordedAt)),
            Reply = Latest,
            Now = now,
        };
    }
}
