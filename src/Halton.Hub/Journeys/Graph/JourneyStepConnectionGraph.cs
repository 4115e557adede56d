using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Journeys.Graph;

/// <summary>A page of a journey, the latest step first.</summary>
/// <param name="steps">The steps of the page.</param>
/// <param name="more">Whether there is more.</param>
/// <param name="words">Tells records, gives codes their wording.</param>
/// <param name="cursor">Seals the place of a step.</param>
public sealed class JourneyStepConnectionGraph(IReadOnlyList<JourneyStep> steps, bool more, JourneyWordsGraph words, Func<JourneyStep, string> cursor)
    : Connection<JourneyStepGraph>([.. steps.Select(step => new Edge<JourneyStepGraph>(new JourneyStepGraph(step, words), () => cursor(step)))], more);
