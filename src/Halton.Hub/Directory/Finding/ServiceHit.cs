namespace Halton.Hub.Directory.Finding;

/// <summary>A service that was found, and why it stands where it stands.</summary>
/// <param name="Service">The service, without what hangs on it.</param>
/// <param name="Metres">Distance over ground from the point to its nearest place; null without a point or a place.</param>
/// <param name="Ranking">How it scored; null unless the order is by relevance.</param>
/// <param name="Cursor">Tells where the next page begins after it.</param>
public sealed record ServiceHit(Service Service, double? Metres, Ranking? Ranking, Func<string> Cursor);
