using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Journeys;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Tests.Journeys;

/// <summary>Asks for journeys as any organisation, past the doors.</summary>
internal sealed class JourneyModel(HubUnderTest hub)
{
    private static readonly ScopeSet Everything =
        ScopeSet.TryParse("system/Encounter.s system/ServiceRequest.s system/QuestionnaireResponse.s system/Task.s system/EpisodeOfCare.s", out var set) ? set : throw new InvalidOperationException();

    /// <summary>A call of an organisation.</summary>
    public Call Call(string organization, OrganizationKind kind)
    {
        var rule = hub.Services.GetRequiredService<AccessTable>().Find("care/Query.journey");
        var caller = new Caller($"partner-of-{organization}", organization, kind, Everything, new HashSet<string> { "TREAT" }, "test", DateTimeOffset.MaxValue);
        AccessTable.Demand(rule, caller, "TREAT");
        return new Call(caller, rule, "TREAT", "test");
    }

    /// <summary>The records that an organisation sees of a person.</summary>
    public async Task<IReadOnlySet<(JourneyKind Kind, Guid Id)>> Seen(string organization, OrganizationKind kind, string number)
    {
        try
        {
            var journey = await hub.Services.GetRequiredService<GetJourney>().Run(Call(organization, kind), number, follow: false, CancellationToken.None);
            return journey.Steps.Select(step => (step.Kind, step.RecordId)).ToHashSet();
        }
        catch (Fault nothing) when (nothing.Reason == "JOURNEY_NOT_FOUND")
        {
            return new HashSet<(JourneyKind, Guid)>();
        }
    }
}
