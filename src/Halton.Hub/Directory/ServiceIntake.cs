namespace Halton.Hub.Directory;

/// <summary>Whether a service takes people now.</summary>
public static class ServiceIntake
{
    /// <summary>It takes people.</summary>
    public const string Open = "open";

    /// <summary>People wait for a place.</summary>
    public const string WaitingList = "waiting_list";

    /// <summary>It takes nobody.</summary>
    public const string Full = "full";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string> { Open, WaitingList, Full };
}
