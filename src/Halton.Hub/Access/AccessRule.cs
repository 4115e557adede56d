namespace Halton.Hub.Access;

/// <summary>
/// What one operation needs. The relationship is kept by the slice's row policy and by the database's row walls; it is named here so that
/// the whole table can be read in one place.
/// </summary>
/// <param name="Operation">Full name of the rpc, for example <c>halton.hub.discharge.v1.DischargeService/GetDischargeStatus</c>.</param>
/// <param name="Resource">FHIR resource of the scope.</param>
/// <param name="Interaction">One of c, r, u, d, s.</param>
/// <param name="Kinds">Kinds of organisation that may call at all.</param>
/// <param name="Purposes">Purposes of use that it can serve.</param>
/// <param name="Relationship">How caller and record must be related, in words.</param>
public sealed record AccessRule(
    string Operation,
    string Resource,
    char Interaction,
    IReadOnlySet<OrganizationKind> Kinds,
    IReadOnlySet<string> Purposes,
    string Relationship)
{
    /// <summary>The operation without its service, for example <c>GetDischargeStatus</c>.</summary>
    public string Name { get; } = Operation[(Operation.LastIndexOf('/') + 1)..];

    /// <summary>The interaction as the audit writes it.</summary>
    public string Letter { get; } = Interaction.ToString();
}
