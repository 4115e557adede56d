namespace Halton.Hub.Access;

/// <summary>An access token and the scopes it carries.</summary>
public sealed record IssuedToken(string AccessToken, string Scope);
