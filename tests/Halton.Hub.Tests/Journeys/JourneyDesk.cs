using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;

namespace Halton.Hub.Tests.Journeys;

/// <summary>Journeys as partners' own programs ask for them.</summary>
internal static class JourneyDesk
{
    /// <summary>Asks by the trusted document's id.</summary>
    public static async Task<GraphAnswer> Journey(this HubUnderTest hub, string partner, string nhsNumber, int first = 100, string? after = null, string? scope = null, Action<HttpRequestMessage>? change = null) => await hub.PostGraph(
        JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName["care-journey.graphql"]), variables = new { nhsNumber, first, after } }),
        await hub.Token(partner, scope),
        change: change);

    /// <summary>Follows a person.</summary>
    public static Task<EventReader> Follow(this HubUnderTest hub, string partner, string nhsNumber, string? resumeToken) =>
        EventReader.Open(hub, partner, TrustedDocuments.ByName["care-journey-changed.graphql"], new { nhsNumber, resumeToken });

    /// <summary>What happened, the latest first.</summary>
    public static List<string> Happened(this JsonElement journey) => [.. journey.At("steps.nodes").EnumerateArray().Select(step => step.At("happened.code").GetString()!)];

    /// <summary>The kinds of record that are told.</summary>
    public static List<string> Kinds(this JsonElement journey) => [.. journey.At("steps.nodes").EnumerateArray().Select(step => step.At("kind").GetString()!).Distinct().Order()];

    /// <summary>What waits for whom, the most urgent first.</summary>
    public static List<string> Open(this JsonElement journey) =>
        [.. journey.At("openMatters").EnumerateArray().Select(matter => $"{matter.At("next.code").GetString()} {matter.At("owner").GetString()} {matter.At("organization").GetString()}".TrimEnd())];
}
