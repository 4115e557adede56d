namespace Halton.Hub.Access;

/// <summary>What an operator says about a partner to be added.</summary>
/// <param name="Id">The client id.</param>
/// <param name="Organization">Code of the organisation it acts for.</param>
/// <param name="Scope">SMART v2 system scopes, separated by spaces.</param>
/// <param name="Purposes">Purposes of use it may name.</param>
/// <param name="Jwks">Its public keys, as a JSON Web Key Set.</param>
/// <param name="OrganizationName">The organisation's name, when the hub does not know the organisation yet.</param>
/// <param name="Kind">What the organisation is to the hub, when the hub does not know it yet.</param>
/// <param name="LocalAuthority">GSS code of the area that a council is responsible for.</param>
/// <param name="RatePerSecond">Calls a second on average.</param>
/// <param name="Burst">Calls at once after a quiet time.</param>
public sealed record NewPartner(
    string Id,
    string Organization,
    string Scope,
    IReadOnlyList<string> Purposes,
    string Jwks,
    string? OrganizationName = null,
    OrganizationKind? Kind = null,
    string? LocalAuthority = null,
    int RatePerSecond = 200,
    int Burst = 400);
