using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Journeys.Graph;

/// <summary>What waits for whom.</summary>
/// <param name="matter">The matter.</param>
/// <param name="words">Tells records, gives codes their wording.</param>
public sealed class OpenMatterGraph(OpenMatter matter, JourneyWordsGraph words)
{
    /// <summary>Kind of the record that waits.</summary>
    public JourneyKind Kind => matter.Kind;

    /// <summary>What has to happen, hub code system journey-next-action.</summary>
    public CodingGraph Next => words.Code(JourneyCodes.NextAction, matter.Code);

    /// <summary>Who acts: "ward", "care-transfer-hub", "service", "trusted-assessor", "care-home" or "council".</summary>
    public string Owner => matter.Owner;

    /// <summary>Code of the organisation that acts; absent for the care transfer hub, which several make up.</summary>
    public string? Organization => matter.Organization;

    /// <summary>By when, where there is such a moment: the breach time, the end of a hold or of the time to answer, the beginning of the day that was agreed on.</summary>
    public DateTimeOffset? DueAt => matter.DueAt;

    /// <summary>Global id of the record that waits.</summary>
    [Id]
    public string RecordId => JourneyWordsGraph.GlobalIdOf(matter.Kind, matter.RecordId);

    /// <summary>The record as it stands: a Discharge, Referral, Assessment, Reservation, Offer or Placement.</summary>
    public INode Node => words.Node(matter.Record);
}
