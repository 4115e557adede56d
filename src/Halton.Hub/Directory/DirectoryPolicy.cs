using Halton.Hub.Access;

namespace Halton.Hub.Directory;

/// <summary>Who may call what on the directory: everyone reads; whoever keeps an entry changes it; nobody changes another's.</summary>
public static class DirectoryPolicy
{
    private const string Anyone = "none: the directory is for all partners";

    private static readonly HashSet<OrganizationKind> Everyone = [.. Enum.GetValues<OrganizationKind>()];

    private static readonly HashSet<string> AboutNobody = [];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("SearchServices", ["directory/Query.services"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("GetService", ["directory/Query.service"], "HealthcareService", 'r', Everyone, AboutNobody, Anyone),
        new("GetOrganization", ["directory/Query.organization"], "Organization", 'r', Everyone, AboutNobody, Anyone),
        new("ListOrganizations", ["directory/Query.organizations"], "Organization", 's', Everyone, AboutNobody, Anyone),
        new("ListTaxonomies", ["directory/Query.taxonomies"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("ListTaxonomyTerms", ["directory/Query.taxonomyTerms"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("WatchServices", ["directory/Subscription.serviceChanged"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
    ];
}
