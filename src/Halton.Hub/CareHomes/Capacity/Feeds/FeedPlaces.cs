namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>Where extracts of capacity come from: a folder that files are put into, and addresses that are asked. No other address is ever asked.</summary>
/// <param name="Folder">The folder; null when there is none.</param>
/// <param name="Urls">The addresses, https or loopback.</param>
public sealed record FeedPlaces(string? Folder, IReadOnlyList<Uri> Urls);
