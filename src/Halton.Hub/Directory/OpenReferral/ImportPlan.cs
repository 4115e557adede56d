using Halton.Hub.Directory.Maintaining;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What is to become of one service of a document, decided before anything is saved.</summary>
/// <param name="Item">What will be reported when all goes well.</param>
internal sealed record ImportPlan(ImportItem Item)
{
    /// <summary>The entry as it was said.</summary>
    public ServiceEntry? Entry { get; init; }

    /// <summary>The state that the service would have; null when it is rejected.</summary>
    public Service? Said { get; init; }

    /// <summary>The etag of the state that was looked at; null for a new service.</summary>
    public string? Etag { get; init; }

    /// <summary>The event that tells of it.</summary>
    public string Event { get; init; } = DirectoryEvents.Updated;

    /// <summary>The organisation, when it is new.</summary>
    public Organization? NewOrganization { get; init; }

    /// <summary>Places that are new.</summary>
    public IReadOnlyList<Location> NewPlaces { get; init; } = [];

    /// <summary>Places that change: as they were, and as they would be.</summary>
    public IReadOnlyList<(Location Now, Location Said)> ChangedPlaces { get; init; } = [];

    /// <summary>Whether there is something to save.</summary>
    public bool Saves => Item.Result is ImportItem.WasCreated or ImportItem.WasUpdated;
}
