using Halton.Hub.Foundation;

namespace Halton.Hub.Directory;

/// <summary>The directory slice's named refusals.</summary>
internal static class DirectoryFaults
{
    /// <summary>No such service.</summary>
    public static Fault ServiceNotFound() => new(FaultKind.NotFound, "SERVICE_NOT_FOUND", "There is no such service.");

    /// <summary>No such organisation.</summary>
    public static Fault OrganizationNotFound() => new(FaultKind.NotFound, "ORGANIZATION_NOT_FOUND", "There is no such organisation in the directory.");

    /// <summary>No such place.</summary>
    public static Fault LocationNotFound() => new(FaultKind.NotFound, "LOCATION_NOT_FOUND", "There is no such location.");

    /// <summary>No such signposting, or not the caller's to see.</summary>
    public static Fault SignpostingNotFound() => new(FaultKind.NotFound, "SIGNPOSTING_NOT_FOUND", "There is no such signposting that you may see.");

    /// <summary>Somebody else keeps the entry. Entries are public, so this hides nothing.</summary>
    public static Fault NotYours() => new(FaultKind.PermissionDenied, "NOT_YOURS", "Another organisation keeps this entry. Only its maintainer may change it.");

    /// <summary>The service has ended for good.</summary>
    public static Fault ServiceRetired() => new(FaultKind.FailedPrecondition, "SERVICE_RETIRED", "The service has ended for good; nothing about it changes and nobody is pointed to it.");

    /// <summary>The service runs already.</summary>
    public static Fault ServiceNotPaused() => new(FaultKind.FailedPrecondition, "SERVICE_NOT_PAUSED", "The service is not paused.");

    /// <summary>Refuses a stale etag.</summary>
    public static void Demand(string etag, string current)
    {
        if (etag != current)
        {
            throw Fault.StaleEtag(current);
        }
    }
}
