using Halton.Hub.Foundation;
using Halton.Hub.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// <c>POST /openreferral/import?dry_run=true</c>: a maintainer's own program sends a document of HSDS-UK with an access token and hears what
/// became of each service.
/// </summary>
public sealed class OpenReferralImportHttp(BearerHttp bearer, ImportServices import)
{
    /// <summary>The door's name in the access table.</summary>
    public const string Door = "http/openreferral.import";

    private const int LongestBody = 10 * 1024 * 1024;

    /// <summary>Takes a document.</summary>
    public Task Take(HttpContext http) => bearer.Answer(http, Door, async call =>
    {
        var dryRun = http.Request.Query["dry_run"].ToString() switch
        {
            "" or "false" => false,
            "true" => true,
            _ => throw Fault.Invalid("dry_run", "NOT_TRUE_OR_FALSE", "true or false."),
        };
        try
        {
            await http.Send(OpenReferralJson.Write(await import.Run(call, await Body(http), dryRun, http.RequestAborted)));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await http.Refuse(StatusCodes.Status413PayloadTooLarge, "too_large", Fault.Invalid("body", "TOO_LARGE", "At most 10 MB; send several documents."));
        }
    });

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestBody;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
