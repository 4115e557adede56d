using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Journeys.Graph;

/// <summary>One person's way through hospital, assessment, placement and community services: the records that the caller may see, and no more.</summary>
/// <param name="journey">What the operation answered.</param>
/// <param name="words">Tells records, gives codes their wording.</param>
/// <param name="tokens">Seals places.</param>
/// <param name="partner">Whom cursors are for.</param>
public sealed class JourneyGraph(Journey journey, JourneyWordsGraph words, SealedTokens tokens, string partner)
{
    private const string Purpose = "journey";
    private readonly string binding = $"{partner}\n{journey.NhsNumber}";

    /// <summary>Ten digits, as asked for. FHIR: Patient.identifier.</summary>
    public string NhsNumber => journey.NhsNumber;

    /// <summary>
    /// The person, as the latest of the records tells of them that tell of persons; absent when the caller sees none of those. One whom any of them marks as
    /// restricted shows an address, telephone and practice only in what the caller itself told. FHIR: Patient.
    /// </summary>
    public PatientGraph? Patient => journey.Patient is { } patient ? new PatientGraph(patient) : null;

    /// <summary>What happened, the latest first. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or another person).</summary>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    public JourneyStepConnectionGraph Steps(int first = 20, string? after = null)
    {
        var place = Paging.Open<JourneyPlace>(tokens, Purpose, binding, after);
        var rest = journey.Steps.Where(step => place is null || step.Place.Order().CompareTo(place.Order()) < 0).Take(first + 1).ToList();
        return new JourneyStepConnectionGraph([.. rest.Take(first)], rest.Count > first, words, step => tokens.Seal(Purpose, binding, step.Place));
    }

    /// <summary>What waits for whom, the most urgent first.</summary>
    public IEnumerable<OpenMatterGraph> OpenMatters => journey.Open.Select(matter => new OpenMatterGraph(matter, words));

    /// <summary>Where a subscription should begin so that it misses nothing that this answer did not show.</summary>
    public string ResumeToken => journey.ResumeToken;

    /// <summary>Whether every record was looked at that the caller may see; false when there are more than 100 of a kind, of which the latest 100 are.</summary>
    public bool Complete => journey.Complete;
}
