using CsCheck;
using Halton.Hub.Foundation;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>One thing that somebody says of a stay.</summary>
/// <param name="What">review, assign, allocate, assess, delay, confirm or cancel.</param>
/// <param name="At">The moment that it is about: of a delay the beginning of the day, of a cancellation none in particular.</param>
/// <param name="Yes">Whether a criterion is met, or the care transfer hub has the referral.</param>
/// <param name="Word">The pathway, the worker, the reason or the method.</param>
internal sealed record StayStep(string What, DateTimeOffset At, bool Yes = false, string Word = "")
{
    /// <summary>When the person was admitted, three days before the change of the clocks.</summary>
    public static readonly DateTimeOffset Admitted = new(2025, 3, 27, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pathways = ["P0", "P1", "P2", "P3"];
    private static readonly string[] Reasons = ["HP-transport", "WC-choice", "CAP-home-recovery", "IP-care-home"];

    // Hours from before the admission to beyond the change of the clocks, some of them often.
    private static readonly Gen<DateTimeOffset> Moment = Gen.Frequency((3, Gen.Int[-6, 160]), (1, Gen.Int[0, 4].Select(day => 12 + (day * 24)))).Select(h => Admitted.AddHours(h));

    private static readonly Gen<bool> Often = Gen.Frequency((3, true), (1, false));

    /// <summary>Draws one.</summary>
    public static Gen<StayStep> Any { get; } = Gen.Frequency(
        (5, from at in Moment from ready in Often select new StayStep("review", at, !ready)),
        (3, from at in Moment from referred in Often from p in Gen.OneOf(Pathways) select new StayStep("assign", at, referred, p)),
        (3, from at in Moment from who in Gen.Int[1, 9] select new StayStep("allocate", at, Word: $"SW-{who}")),
        (2, from at in Moment select new StayStep("assess", at)),
        (3, from at in Moment from why in Gen.OneOf(Reasons) select new StayStep("delay", LondonTime.Start(LondonTime.Day(at)), Word: why)),
        (1, from at in Moment from method in Gen.OneOf("1", "6") select new StayStep("confirm", at, Word: method)),
        (1, Gen.Const(new StayStep("cancel", Admitted.AddHours(160), Word: "07"))));
}
