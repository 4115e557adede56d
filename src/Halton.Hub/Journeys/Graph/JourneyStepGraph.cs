using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Journeys.Graph;

/// <summary>One thing that happened on a person's journey.</summary>
/// <param name="step">The step.</param>
/// <param name="words">Tells records, gives codes their wording.</param>
public sealed class JourneyStepGraph(JourneyStep step, JourneyWordsGraph words)
{
    /// <summary>Kind of the record that it happened to.</summary>
    public JourneyKind Kind => step.Kind;

    /// <summary>When; the beginning of the day in London where only the day is known.</summary>
    public DateTimeOffset At => step.At;

    /// <summary>Whether only the day is known.</summary>
    public bool DayOnly => step.DayOnly;

    /// <summary>What happened, hub code system journey-step.</summary>
    public CodingGraph Happened => words.Code(JourneyCodes.Step, step.Code);

    /// <summary>More about it where there is a code: how the admission came about, pathway, destination, tier, team, kind of contact or of bed, outcome, reason.</summary>
    public CodingGraph? Detail => step.Detail is { } detail ? words.Code(detail.System, detail.Code) : null;

    /// <summary>Code of the organisation that did it, or that the record is with.</summary>
    public string Organization => step.Organization;

    /// <summary>Global id of the record that it happened to.</summary>
    [Id]
    public string RecordId => JourneyWordsGraph.GlobalIdOf(step.Kind, step.RecordId);

    /// <summary>The record as it stands: a Discharge, Referral, Assessment, Reservation, Offer or Placement.</summary>
    public INode Node => words.Node(step.Record);
}
