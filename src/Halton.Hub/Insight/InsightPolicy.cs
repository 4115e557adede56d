using Halton.Hub.Access;

namespace Halton.Hub.Insight;

/// <summary>Who may ask for indicators: every partner, since nothing in them leads to a person.</summary>
public static class InsightPolicy
{
    private const string Told = "none: all partners see the same, small counts hidden";
    private static readonly HashSet<OrganizationKind> Everyone = [.. Enum.GetValues<OrganizationKind>()];

    private static readonly HashSet<OrganizationKind> HealthAndCare =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];

    private static readonly HashSet<string> AboutNobody = [];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("GetKpis", ["care/Query.kpis", "care/Query.kpiHistory"], "MeasureReport", 's', HealthAndCare, AboutNobody, Told),
        new("GetKpisPublicly", ["directory/Query.kpis", "directory/Query.kpiHistory", "http/insight.kpis"], "MeasureReport", 's', Everyone, AboutNobody, Told),
    ];
}
