namespace Halton.Hub.Directory.Maintaining;

/// <summary>A desk or role that answers for a service; never a person. HSDS-UK: contact, without its name.</summary>
public sealed record ContactEntry
{
    /// <summary>The role or desk, 1 to 100 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Its telephone numbers, as dialled in the United Kingdom; at most 5.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];
}
