using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace Halton.Hub.Tests.Hosts;

/// <summary>What a GraphQL door answered.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Text">Its body.</param>
public sealed record GraphAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    private JsonElement Body => Text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Whether there is a data entry.</summary>
    public bool HasData => Body.TryGetProperty("data", out _);

    /// <summary>The errors.</summary>
    public IReadOnlyList<JsonElement> Errors => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The only error's code.</summary>
    public string Code => Extension("code")!;

    /// <summary>The only error's reason.</summary>
    public string Reason => Extension("reason")!;

    /// <summary>Reads a response.</summary>
    public static async Task<GraphAnswer> Read(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());

    /// <summary>The answer to a question that was answered.</summary>
    /// <param name="path">Names and numbers with dots between.</param>
    public JsonElement Data(string path)
    {
        Assert.True(Errors.Count == 0, Text);
        return Body.GetProperty("data").At(path);
    }

    /// <summary>The answer was a refusal with this code and reason.</summary>
    public GraphAnswer Refused(string code, string reason)
    {
        Assert.True(Errors.Count > 0, Text);
        Assert.Equal((code, reason), (Code, Reason));
        return this;
    }

    /// <summary>The answer named this field and why.</summary>
    public GraphAnswer NamesField(string field, string reason)
    {
        Assert.Contains(Errors[0].At("extensions.fields").EnumerateArray(), f => f.At("field").GetString() == field && f.At("reason").GetString() == reason);
        return this;
    }

    private string? Extension(string name) => Assert.Single(Errors).GetProperty("extensions").TryGetProperty(name, out var value) ? value.ToString() : null;
}
