using System.Net.Http.Headers;
using Hl7.Fhir.Model;

namespace Halton.Hub.Tests.Hosts;

/// <summary>An answer of the FHIR door.</summary>
public sealed record FhirAnswer(int Status, string? Etag, string? Media, Resource? Resource, HttpResponseHeaders Headers)
{
    /// <summary>The page that was found.</summary>
    public Bundle Bundle => (Bundle)Resource!;

    /// <summary>The ids of what was found.</summary>
    public IReadOnlyList<string> Ids => [.. Bundle.Entry.Select(e => e.Resource!.Id!)];

    /// <summary>The next page.</summary>
    public string? Next => Bundle.Link.Find(l => l.Relation == "next")?.Url;

    /// <summary>Status, code, hub's reason and place of the first issue.</summary>
    public (int Status, string Code, string Reason, string Place) Issue
    {
        get
        {
            var issue = ((OperationOutcome)Resource!).Issue[0];
            return (Status, issue.Details!.Coding[0].Code!, issue.Details.Text!, issue.Expression.FirstOrDefault() ?? "");
        }
    }
}
