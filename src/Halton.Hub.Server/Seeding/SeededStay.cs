using Halton.Hub.Discharge;

namespace Halton.Hub.Server.Seeding;

/// <summary>A stay with the rows that say who may see it.</summary>
internal sealed record SeededStay(Stay Stay, IReadOnlyList<StayAccess> Access);
