using Halton.Hub.Access;

namespace Halton.Hub.Directory;

/// <summary>Who may call what on the directory: everyone reads; whoever keeps an entry changes it; nobody changes another's.</summary>
public static class DirectoryPolicy
{
    private const string Anyone = "none: the directory is for all partners";
    private const string Own = "the organisation keeps the entry";
    private const string Counts = "signpostings of all partners, small counts hidden";

    private static readonly HashSet<OrganizationKind> Maintainers =
        [OrganizationKind.Vcfse, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.AcuteTrust, OrganizationKind.CareHome];

    private static readonly HashSet<OrganizationKind> Everyone = [.. Enum.GetValues<OrganizationKind>()];
    private static readonly HashSet<string> AboutNobody = [];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("SearchServices", ["directory/Query.services"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("GetService", ["directory/Query.service"], "HealthcareService", 'r', Everyone, AboutNobody, Anyone),
        new("GetOrganization", ["directory/Query.organization"], "Organization", 'r', Everyone, AboutNobody, Anyone),
        new("ListOrganizations", ["directory/Query.organizations"], "Organization", 's', Everyone, AboutNobody, Anyone),
        new("ListLocations", ["directory/Query.locations"], "Location", 's', Everyone, AboutNobody, Own),
        new("ListTaxonomies", ["directory/Query.taxonomies"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("ListTaxonomyTerms", ["directory/Query.taxonomyTerms"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("WatchServices", ["directory/Subscription.serviceChanged"], "HealthcareService", 's', Everyone, AboutNobody, Anyone),
        new("CreateService", ["directory/Mutation.createService"], "HealthcareService", 'c', Maintainers, AboutNobody, "the organisation keeps the entry of the service's organisation"),
        new("UpdateService", ["directory/Mutation.updateService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("PauseService", ["directory/Mutation.pauseService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("ResumeService", ["directory/Mutation.resumeService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("RetireService", ["directory/Mutation.retireService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("AssureService", ["directory/Mutation.assureService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("SetIntake", ["directory/Mutation.setIntake"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("PreviewService", ["directory/Query.previewService"], "HealthcareService", 'u', Maintainers, AboutNobody, Own),
        new("CreateOrganization", ["directory/Mutation.createOrganization"], "Organization", 'c', Maintainers, AboutNobody, "the organisation keeps the entry from then on"),
        new("UpdateOrganization", ["directory/Mutation.updateOrganization"], "Organization", 'u', Maintainers, AboutNobody, Own),
        new("CreateLocation", ["directory/Mutation.createLocation"], "Location", 'c', Maintainers, AboutNobody, "the organisation keeps the entry of the place's organisation"),
        new("UpdateLocation", ["directory/Mutation.updateLocation"], "Location", 'u', Maintainers, AboutNobody, "the organisation keeps the entry of the place's organisation"),
        new("RecordSignposting", ["directory/Mutation.recordSignposting"], "Task", 'c', Everyone, AboutNobody, "the organisation points for itself"),
        new("RecordSignpostingOutcome", ["directory/Mutation.recordSignpostingOutcome"], "Task", 'u', Everyone, AboutNobody, "the organisation recorded it or keeps the service's entry"),
        new("ListSignpostings", ["directory/Query.signpostings"], "Task", 's', Everyone, AboutNobody, "the organisation recorded it or keeps the service's entry"),
        new("WatchSignpostings", ["directory/Subscription.signpostingChanged"], "Task", 's', Everyone, AboutNobody, "the organisation recorded it or keeps the service's entry"),
        new("CountSignpostings", ["directory/Query.signpostingCounts"], "MeasureReport", 's', Everyone, AboutNobody, Counts),
        new("UnmetNeeds", ["directory/Query.unmetNeeds"], "MeasureReport", 's', Everyone, AboutNobody, Counts),
    ];
}
