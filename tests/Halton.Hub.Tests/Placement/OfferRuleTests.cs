using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Xunit;

namespace Halton.Hub.Tests.Placement;

/// <summary>Each state of an offer against each step: where it goes, or the fault that forbids it.</summary>
public sealed class OfferRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Action<PlacementOffer>> Steps = new()
    {
        ["accept"] = o => o.Accept("duty manager", null, Now),
        ["decline"] = o => o.Decline("duty manager", "22", null, Now),
        ["dispute"] = o => o.Dispute("duty manager", "incomplete", "Nothing is said of the nights.", Now),
        ["withdraw"] = o => o.Withdraw("by-assessor", Now),
        ["expire"] = o => o.Expire(Now),
        ["complete"] = o => o.Complete(Guid.CreateVersion7(), Now),
    };

    private static readonly Dictionary<string, string[]> Ways = new()
    {
        [PlacementOffer.Offered] = [],
        [PlacementOffer.Accepted] = ["accept"],
        [PlacementOffer.Declined] = ["decline"],
        [PlacementOffer.Disputed] = ["dispute"],
        [PlacementOffer.Withdrawn] = ["withdraw"],
        [PlacementOffer.Expired] = ["expire"],
        [PlacementOffer.Completed] = ["accept", "complete"],
    };

    private static readonly Dictionary<(string State, string Step), string> Goes = new()
    {
        [(PlacementOffer.Offered, "accept")] = PlacementOffer.Accepted,
        [(PlacementOffer.Offered, "decline")] = PlacementOffer.Declined,
        [(PlacementOffer.Offered, "dispute")] = PlacementOffer.Disputed,
        [(PlacementOffer.Offered, "withdraw")] = PlacementOffer.Withdrawn,
        [(PlacementOffer.Offered, "expire")] = PlacementOffer.Expired,
        [(PlacementOffer.Accepted, "withdraw")] = PlacementOffer.Withdrawn,
        [(PlacementOffer.Accepted, "expire")] = PlacementOffer.Expired,
        [(PlacementOffer.Accepted, "complete")] = PlacementOffer.Completed,
    };

    [Fact]
    public void Every_step_from_every_state_is_taken_or_forbidden_by_name()
    {
        foreach (var (state, way) in Ways)
        {
            foreach (var (step, take) in Steps)
            {
                var offer = Offer();
                Array.ForEach(way, w => Steps[w](offer));
                Assert.Equal(state, offer.State);
                var version = offer.Version;
                if (Goes.TryGetValue((state, step), out var next))
                {
                    take(offer);
                    Assert.True(next == offer.State, $"{state}, {step}: {offer.State}");
                    Assert.Equal(version + 1, offer.Version);
                    Assert.Equal(next == PlacementOffer.Accepted, offer.EndedAt is null);
                }
                else
                {
                    var fault = Assert.Throws<Fault>(() => take(offer));
                    Assert.True(fault.Reason == (step == "complete" ? "OFFER_NOT_ACCEPTED" : "OFFER_ENDED"), $"{state}, {step}: {fault.Reason}");
                    Assert.Equal((state, version), (offer.State, offer.Version));
                }
            }
        }
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("dispute")]
    public void Nobody_answers_after_the_time_to_answer(string step)
    {
        var offer = Offer(answerBy: Now);
        Assert.Equal("OFFER_ENDED", Assert.Throws<Fault>(() => Steps[step](offer)).Reason);
        Assert.Equal(PlacementOffer.Offered, offer.State);
    }

    private static PlacementOffer Offer(DateTimeOffset? answerBy = null) => new()
    {
        Id = Guid.CreateVersion7(),
        AssessmentId = Guid.CreateVersion7(),
        AssessmentVersion = 1,
        StayId = Guid.CreateVersion7(),
        HomeId = Guid.CreateVersion7(),
        HomeOrganization = "CARE-HOME-1",
        Assessor = "HALTON-TA",
        Trust = "RWW",
        Content = new AssessmentContent
        {
            AssessedBy = "assessor 7",
            Needs = new AssessedNeeds { BedType = "general-residential", Infection = "none" },
            Preferences = new AssessedPreferences(),
            Funding = "local-authority",
            ConsentBasis = "own-consent",
            Capacity = "has-capacity",
        },
        AdmissionOn = new DateOnly(2026, 11, 27),
        OfferedAt = Now.AddHours(-1),
        AnswerBy = answerBy ?? Now.AddHours(20),
        ChangedAt = Now.AddHours(-1),
    };
}
