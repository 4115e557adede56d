namespace Halton.Hub.Access;

/// <summary>The names under which this hub issues and takes tokens.</summary>
/// <param name="Issuer">The hub's public base address, for example <c>http://127.0.0.1:5080</c>; known once it listens.</param>
public sealed record HubIssuer(Func<string> Issuer)
{
    /// <summary>Audience of access tokens.</summary>
    public const string Audience = "halton-hub";

    /// <summary>How long an access token is good.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(300);

    /// <summary>Address of the token endpoint; a client assertion's audience is this or the issuer.</summary>
    public string TokenUrl => Issuer() + "/oauth2/token";
}
