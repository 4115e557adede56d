namespace Halton.Hub.Directory;

/// <summary>HSDS-UK: service.status.</summary>
public static class ServiceStatus
{
    /// <summary>It runs.</summary>
    public const string Active = "active";

    /// <summary>It rests, without a day on which it will be back.</summary>
    public const string Inactive = "inactive";

    /// <summary>It is gone for good.</summary>
    public const string Defunct = "defunct";

    /// <summary>It is paused and means to be back.</summary>
    public const string TemporarilyClosed = "temporarily closed";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string> { Active, Inactive, Defunct, TemporarilyClosed };
}
