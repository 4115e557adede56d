using Halton.Hub.Access;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Who may knock at the FHIR door over gRPC. What they may see there, the rule of each resource says, whose doors begin with <c>fhir/</c>.</summary>
public static class ExchangePolicy
{
    private const string Service = "halton.hub.exchange.v1.FhirExchangeService/";

    private static readonly HashSet<OrganizationKind> HealthAndCare =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];

    /// <summary>The door's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("FhirExchange", [Service + "Read", Service + "Search", Service + "ProcessMessage"], AccessRule.OfEachResource, 'r', HealthAndCare, new HashSet<string>(), "that of the resource's own rule"),
    ];
}
