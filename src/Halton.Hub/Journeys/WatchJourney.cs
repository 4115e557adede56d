using System.Runtime.CompilerServices;
using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Journeys;

/// <summary>
/// Follows what happens to one person, as far as the caller may hear of it: exactly once and in commit order. Faults besides those of watches:
/// NHS_NUMBER_INVALID, JOURNEY_NOT_FOUND.
/// </summary>
public sealed class WatchJourney(FindJourney find, Watch watch, PersonPseudonym pseudonym)
{
    /// <summary>Where a watch of a person would begin now.</summary>
    internal Task<string> TokenForNow(Call call, NhsNumber number, CancellationToken ct) => watch.TokenForNow(call, FilterOf(number), ct);

    /// <summary>Follows from a token, or from now.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="nhsNumber">Ten digits; the caller must see a record of the person already.</param>
    /// <param name="resumeToken">Where to go on; null or empty for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public async IAsyncEnumerable<WatchItem> Run(Call call, string? nhsNumber, string? resumeToken, [EnumeratorCancellation] CancellationToken ct)
    {
        var (kinds, number) = (JourneyPolicy.Demand(call), FindJourney.Number(nhsNumber));
        var person = new FollowedPerson(call.Caller, kinds, number, await find.Run(call, kinds, number, ct));
        await foreach (var item in watch.Follow(call, "", FilterOf(number), person.Concerns, resumeToken, ct))
        {
            yield return item;
        }
    }

    // Resume tokens are bound to it; a person's number stands in none.
    private string FilterOf(NhsNumber number) => $"journey\n{Convert.ToHexString(pseudonym.Of(number))}";
}
