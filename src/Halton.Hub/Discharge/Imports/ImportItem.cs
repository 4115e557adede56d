namespace Halton.Hub.Discharge.Imports;

/// <summary>One line of a trust's feed.</summary>
/// <param name="Key">The trust's own key of the line: a line is applied once.</param>
/// <param name="Spell">The trust's number of the spell, or null.</param>
/// <param name="DischargeId">The hub's id of the discharge, or null.</param>
/// <param name="Read">Reads what happened, as the request of the operation that takes it; null when nothing was said. Its ids are left empty.</param>
public sealed record ImportItem(string Key, string? Spell, string? DischargeId, Func<object?> Read);
