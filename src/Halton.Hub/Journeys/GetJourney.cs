using Halton.Hub.Access;

namespace Halton.Hub.Journeys;

/// <summary>Tells the way of one person through the services, as far as the caller may see it. Not found and not yours are the same fault: JOURNEY_NOT_FOUND. Faults besides: NHS_NUMBER_INVALID, SCOPE_MISSING.</summary>
public sealed class GetJourney(FindJourney find, WatchJourney watch)
{
    /// <summary>Answers, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="nhsNumber">Ten digits.</param>
    /// <param name="follow">Whether a place to follow from is wanted.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Journey> Run(Call call, string? nhsNumber, bool follow, CancellationToken ct)
    {
        var (kinds, number) = (JourneyPolicy.Demand(call), FindJourney.Number(nhsNumber));
        var resume = follow ? await watch.TokenForNow(call, number, ct) : "";
        var records = await find.Run(call, kinds, number, ct);
        return new Journey(number.Digits, records.Person(), JourneySteps.Of(records), OpenMatters.Of(records), records.Complete, resume);
    }
}
