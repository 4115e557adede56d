namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a maintainer says about an organisation: the whole of its entry. HSDS-UK: organization.</summary>
public sealed record OrganizationEntry
{
    /// <summary>Official or public name, 1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What the organisation does, 1 to 4,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Public web address, https or http.</summary>
    public string? Website { get; init; }

    /// <summary>Web address of a logo.</summary>
    public string? Logo { get; init; }

    /// <summary>Persistent identifier on the web.</summary>
    public string? Uri { get; init; }
}
