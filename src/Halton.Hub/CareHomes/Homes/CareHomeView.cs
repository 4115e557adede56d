namespace Halton.Hub.CareHomes.Homes;

/// <summary>A home as calls tell it.</summary>
/// <param name="Home">The home with its parts.</param>
/// <param name="Provider">Who runs it.</param>
/// <param name="Metres">How far it lies from the point that a list was asked near; null otherwise.</param>
public sealed record CareHomeView(CareHome Home, Provider Provider, int? Metres = null);
