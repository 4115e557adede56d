using System.Net.Http.Headers;
using System.Text;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;

namespace Halton.Hub.Tests.Hosts;

/// <summary>The FHIR door over HTTP as a partner's own program meets it. Whatever it answers is read strictly and by all rules.</summary>
public static class FhirDesk
{
    private static readonly HttpClient Http = new();

    /// <summary>Asks as a demonstration partner.</summary>
    public static async Task<FhirAnswer> Fhir(this HubUnderTest hub, string partner, string address, string? purpose = "TREAT", Action<HttpRequestMessage>? change = null) =>
        await hub.FhirWith(await hub.Token(partner), address, purpose, change);

    /// <summary>Asks with an access token, or without one.</summary>
    public static async Task<FhirAnswer> FhirWith(this HubUnderTest hub, string? token, string address, string? purpose = "TREAT", Action<HttpRequestMessage>? change = null)
    {
        ArgumentNullException.ThrowIfNull(hub);
        using var request = new HttpRequestMessage(HttpMethod.Get, address.StartsWith("http", StringComparison.Ordinal) ? new Uri(address) : new Uri(hub.Http, "/fhir/" + address));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (purpose is not null)
        {
            request.Headers.Add("purpose-of-use", purpose);
        }

        change?.Invoke(request);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsByteArrayAsync();
        var resource = text.Length == 0 ? null : FhirJson.Read(text);
        if (resource is OperationOutcome)
        {
            ErrorFile.Keep(Encoding.UTF8.GetString(text));
        }

        return new FhirAnswer((int)response.StatusCode, response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.MediaType, resource, response.Headers);
    }

    /// <summary>Searches by POST.</summary>
    public static Task<FhirAnswer> FhirSearch(this HubUnderTest hub, string partner, string type, params (string Name, string Value)[] parameters) =>
        hub.Fhir(partner, type + "/_search", change: request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = new FormUrlEncodedContent(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        });
}
