namespace Halton.Hub.Discharge;

/// <summary>A move from a ward to another. FHIR: Encounter.location.</summary>
/// <param name="move">The move.</param>
public sealed class WardMoveGraph(WardMove move)
{
    /// <summary>The ward that the person left.</summary>
    public string From => move.From;

    /// <summary>The ward that they came to.</summary>
    public string To => move.To;

    /// <summary>When. FHIR: Encounter.location.period.start.</summary>
    public DateTimeOffset MovedAt => move.MovedAt;
}
