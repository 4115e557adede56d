using Halton.Hub.Data;

namespace Halton.Hub.Directory;

/// <summary>What the directory tells of its changes.</summary>
internal static class DirectoryEvents
{
    /// <summary>Kinds of event about services start with this.</summary>
    public const string OfServices = "service.";

    /// <summary>Kinds of event about signpostings start with this.</summary>
    public const string OfSignpostings = "signposting.";

    /// <summary>A service was taken up.</summary>
    public const string Created = "service.created";

    /// <summary>A service's entry was changed.</summary>
    public const string Updated = "service.updated";

    /// <summary>A service was paused.</summary>
    public const string Paused = "service.paused";

    /// <summary>A paused or inactive service runs again.</summary>
    public const string Resumed = "service.resumed";

    /// <summary>A service has ended for good.</summary>
    public const string Retired = "service.retired";

    /// <summary>The maintainer confirmed the entry.</summary>
    public const string Assured = "service.assured";

    /// <summary>Somebody was pointed to a service, or nothing was found.</summary>
    public const string Signposted = "signposting.recorded";

    /// <summary>Word came of what became of it.</summary>
    public const string OutcomeRecorded = "signposting.outcome-recorded";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } = new Dictionary<string, Type>
    {
        [Created] = typeof(ServiceChange),
        [Updated] = typeof(ServiceChange),
        [Paused] = typeof(ServiceChange),
        [Resumed] = typeof(ServiceChange),
        [Retired] = typeof(ServiceChange),
        [Assured] = typeof(ServiceChange),
        [Signposted] = typeof(SignpostingChange),
        [OutcomeRecorded] = typeof(SignpostingChange),
    };

    /// <summary>Tells everyone of a change to a service.</summary>
    public static void Tell(this Save save, string kind, Service service) =>
        save.Tell(kind, service.Id, "directory.everyone", new ServiceChange(kind, service.Id, service.OrganizationId, service.Version, save.Now));

    /// <summary>Tells the two organisations that a signposting joins.</summary>
    public static void Tell(this Save save, string kind, Signposting signposting) =>
        save.Tell(kind, signposting.Id, "directory.signposting_audience", new SignpostingChange(kind, signposting.Id, save.Now));
}
