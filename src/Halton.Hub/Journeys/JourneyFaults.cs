using Halton.Hub.Foundation;

namespace Halton.Hub.Journeys;

/// <summary>What can go wrong when a journey is asked for.</summary>
internal static class JourneyFaults
{
    public static Fault NotFound() => new(FaultKind.NotFound, "JOURNEY_NOT_FOUND", "There is no record of such a person that you may see.");
}
