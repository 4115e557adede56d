using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Halton.Hub.Transport.Http;

/// <summary>
/// OAuth 2.0 over HTTP: the token endpoint (client credentials with private_key_jwt), the discovery documents and the public keys.
/// Errors are RFC 6749's: <c>{"error": …, "error_description": …}</c>.
/// </summary>
public static class TokenEndpoint
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly string[] Grants = ["client_credentials"];
    private static readonly string[] Methods = ["private_key_jwt"];
    private static readonly string[] Algorithms = ["RS384", "ES384", "RS512", "PS384"];
    private static readonly string[] Capabilities = ["client-confidential-asymmetric", "permission-v2"];

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/oauth2/token", Token).DisableAntiforgery();
        routes.MapGet("/.well-known/smart-configuration", Discovery);
        routes.MapGet("/.well-known/openid-configuration", Discovery);
        routes.MapGet("/.well-known/jwks.json", (SigningKeys keys) => Results.Json(new
        {
            keys = keys.Published.Select(k => new { kty = k.Kty, crv = k.Crv, x = k.X, y = k.Y, kid = k.Kid, alg = k.Alg, use = k.Use }),
        }));
    }

    private static async Task<IResult> Token(HttpContext http, IssueToken issue)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
        {
            return Error(StatusCodes.Status400BadRequest, "invalid_request", "Post a form.");
        }

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return Error(StatusCodes.Status400BadRequest, "invalid_request", "The form is malformed, or larger than any token request.");
        }

        if (form["grant_type"] != "client_credentials")
        {
            return Error(StatusCodes.Status400BadRequest, "unsupported_grant_type", "grant_type is client_credentials.");
        }

        if (form["client_assertion_type"] != AssertionType || form["client_assertion"].Count != 1)
        {
            return Error(StatusCodes.Status400BadRequest, "invalid_request", $"Send one client_assertion with client_assertion_type {AssertionType}.");
        }

        try
        {
            var token = await issue.Run(form["client_assertion"]!, form["scope"], http.RequestAborted);
            return Results.Json(new { access_token = token.AccessToken, token_type = "Bearer", expires_in = (int)HubIssuer.TokenLife.TotalSeconds, scope = token.Scope });
        }
        catch (Fault fault)
        {
            return fault switch
            {
                { Reason: "INVALID_SCOPE" } => Error(StatusCodes.Status400BadRequest, "invalid_scope", fault.Message),
                { Kind: FaultKind.Unauthenticated } => Error(StatusCodes.Status401Unauthorized, "invalid_client", fault.Message),
                _ => Error(StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable", fault.Message),
            };
        }
        catch (Npgsql.NpgsqlException)
        {
            return Error(StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable", "The hub cannot reach its database. Try again.");
        }
    }

    private static IResult Discovery(HubIssuer hub, PartnerDirectory partners) => Results.Json(new
    {
        issuer = hub.Issuer(),
        token_endpoint = hub.TokenUrl,
        jwks_uri = hub.Issuer() + "/.well-known/jwks.json",
        grant_types_supported = Grants,
        token_endpoint_auth_methods_supported = Methods,
        token_endpoint_auth_signing_alg_values_supported = Algorithms,
        scopes_supported = partners.ScopesKnown,
        capabilities = Capabilities,
    });

    private static IResult Error(int status, string error, string description) => Results.Json(new { error, error_description = description }, statusCode: status);
}
