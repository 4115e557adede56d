using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Discharge;

/// <summary>
/// Records one review of the 11 criteria to reside. Whether the person meets them, and the Discharge Ready Date, follow from all reviews, so
/// one that arrives late is put in its place. Faults: STAY_CLOSED, REVIEW_ALREADY_RECORDED, BEFORE_ADMISSION, ETAG_MISMATCH.
/// </summary>
public sealed class ReviewCriteriaToReside(StayForChange stays, WithdrawOffers withdraw, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var at = check.Past(request.ReviewedAt, "reviewed_at", clock.GetUtcNow());
        var role = check.Text(request.ReviewerRole, "reviewer_role", 60);
        check.That(request.Criteria.Count <= 11, "criteria", "TOO_MANY", "There are 11 criteria.");
        var criteria = request.Criteria.Take(11)
            .Select((c, i) => codes.Check(check, $"criteria[{i}]", DischargeCodes.Criterion, c, LondonTime.Day(at), required: true)?.Code)
            .OfType<string>().Distinct().Order().ToList();
        check.Settle();

        var review = new CriteriaReview { Id = Guid.CreateVersion7(clock.GetUtcNow()), StayId = stayId, ReviewedAt = at, Criteria = criteria, ReviewerRole = role };
        return new StayChange(requestId, request, stayId, request.Etag, DischargeEvents.CriteriaReviewed, Rule, Then);

        // Somebody who meets the criteria again goes nowhere: what homes were asked no longer holds.
        Task Then(Save save, Stay stay, CancellationToken ct) => stay.MeetsCriteria == true ? withdraw.OfStay(save, stay.Id, "meets-criteria-again", acceptedToo: true, Guid.Empty, ct) : Task.CompletedTask;

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.Review(review);
            return [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, DateTimeOffset? ReviewedAt, IReadOnlyList<Coding> Criteria, string ReviewerRole, string? Etag);
}
