namespace Halton.Hub.Discharge;

/// <summary>One move of a person from a ward to another of the same site. FHIR: Encounter.location.</summary>
/// <param name="From">The ward that they left.</param>
/// <param name="To">The ward that they came to.</param>
/// <param name="MovedAt">When.</param>
public sealed record WardMove(string From, string To, DateTimeOffset MovedAt)
{
    /// <summary>The ward at a moment, by the moves in their order and the ward at last.</summary>
    public static string At(IReadOnlyList<WardMove> moves, string last, DateTimeOffset moment) => moves.FirstOrDefault(m => m.MovedAt > moment)?.From ?? last;
}
