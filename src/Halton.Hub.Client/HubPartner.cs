using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Client;

/// <summary>Who you are to the hub.</summary>
/// <param name="Id">Your client id.</param>
/// <param name="PrivateKey">Your private JWK, with its <c>kid</c>; the hub has the public half.</param>
/// <param name="Purpose">Purpose of use that your calls name, for example <c>TREAT</c>.</param>
public sealed record HubPartner(string Id, JsonWebKey PrivateKey, string Purpose)
{
    /// <summary>Reads the private JWK from a file.</summary>
    public static HubPartner FromFile(string id, string jwkFile, string purpose) => new(id, new JsonWebKey(File.ReadAllText(jwkFile)), purpose);
}
