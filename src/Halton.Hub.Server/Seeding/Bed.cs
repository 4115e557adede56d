namespace Halton.Hub.Server.Seeding;

/// <summary>A bed of a hospital's ward.</summary>
internal sealed record Bed(string Trust, string Site, string Ward);
