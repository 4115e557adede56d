namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Beds of one kind.</summary>
/// <param name="BedType">A code of bed-type.</param>
/// <param name="Maximum">Beds that there are.</param>
/// <param name="Occupied">Beds in use.</param>
/// <param name="Reserved">Vacant beds that are kept for somebody.</param>
/// <param name="Available">Vacant beds that can be had.</param>
public sealed record BedState(string BedType, int Maximum, int Occupied, int Reserved, int Available);
