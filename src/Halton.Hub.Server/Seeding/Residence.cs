namespace Halton.Hub.Server.Seeding;

/// <summary>An outward postcode in which people live.</summary>
internal sealed record Residence(string Outward, string Town, string LocalAuthority);
