namespace Halton.Hub.CareHomes.Cqc;

/// <summary>That another registration is of the same home.</summary>
/// <param name="LocationId">CQC location id of the other one.</param>
/// <param name="Kind">"predecessor" or "successor": what the other one is.</param>
internal sealed record CqcRelationship(string LocationId, string Kind);
