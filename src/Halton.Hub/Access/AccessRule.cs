namespace Halton.Hub.Access;

/// <summary>
/// What one operation needs, at whichever door it is asked for. The relationship is kept by the slice's row policy and by the database's
/// row walls; it is named here so that the whole table can be read in one place.
/// </summary>
/// <param name="Name">The operation, for example <c>GetDischargeStatus</c>.</param>
/// <param name="Doors">
/// Where it can be asked for: full names of rpcs (<c>halton.hub.discharge.v1.DischargeService/GetDischargeStatus</c>) and of GraphQL root
/// fields (<c>care/Query.dischargeStatus</c>).
/// </param>
/// <param name="Resource">FHIR resource of the scope.</param>
/// <param name="Interaction">One of c, r, u, d, s.</param>
/// <param name="Kinds">Kinds of organisation that may call at all.</param>
/// <param name="Purposes">Purposes of use that it can serve; empty when it is about no person, so that none need be named and no look is recorded.</param>
/// <param name="Relationship">How caller and record must be related, in words.</param>
public sealed record AccessRule(
    string Name,
    IReadOnlyList<string> Doors,
    string Resource,
    char Interaction,
    IReadOnlySet<OrganizationKind> Kinds,
    IReadOnlySet<string> Purposes,
    string Relationship)
{
    /// <summary>In place of a resource: the door serves several, and the rule of each decides behind it.</summary>
    public const string OfEachResource = "*";

    /// <summary>The interaction as the audit writes it.</summary>
    public string Letter { get; } = Interaction.ToString();

    /// <summary>Whether the operation shows or changes the record of a person.</summary>
    public bool AboutPerson => Purposes.Count > 0;
}
