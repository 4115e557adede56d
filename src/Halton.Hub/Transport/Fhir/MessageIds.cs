using System.Text.Json;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// What the headers of a message say: how it is named, and who sends it for whom. A repeat has the same pair of ids; a change of the same matter has
/// another request id and the same correlation id.
/// </summary>
/// <param name="RequestId">X-Request-Id.</param>
/// <param name="CorrelationId">X-Correlation-Id.</param>
/// <param name="EndUser">The identifiers of the organisation that NHSD-End-User-Organisation names.</param>
/// <param name="Target">The service that NHSD-Target-Identifier names, if it is there.</param>
public sealed record MessageIds(Guid RequestId, Guid CorrelationId, IReadOnlyList<string> EndUser, string? Target)
{
    private const string Request = "X-Request-Id";
    private const string Correlation = "X-Correlation-Id";
    private const string TargetIdentifier = "NHSD-Target-Identifier";
    private const string EndUserOrganisation = "NHSD-End-User-Organisation";
    private const string RequestingSoftware = "NHSD-Requesting-Software";

    private const int Longest = 4000;
    private const int LongestId = 64;

    /// <summary>Both ids come back with every answer, whatever it is.</summary>
    public static void Echo(Func<string, string?> header, Action<string, string> give)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(give);
        foreach (var name in new[] { Request, Correlation })
        {
            if (header(name) is { Length: > 0 and <= LongestId } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                give(name, id);
            }
        }
    }

    /// <summary>Reads them; what is missing or wrong is named by its header.</summary>
    public static MessageIds Read(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var check = new FieldChecks();
        var (request, correlation) = (check.Id(header(Request), Request), check.Id(header(Correlation), Correlation));
        var user = Resource<Organization>(check, header(EndUserOrganisation), EndUserOrganisation);
        var software = Resource<Device>(check, header(RequestingSoftware), RequestingSoftware);
        var ids = new MessageIds(request, correlation, [.. user?.Identifier.Where(i => i.System is FhirNames.OdsOrganization or FhirNames.Organization).Select(i => i.Value).OfType<string>() ?? []], Named(check, header(TargetIdentifier)));
        check.That(user is null || ids.EndUser.Count > 0, EndUserOrganisation, "HEADER_FORM", $"The Organization has an identifier of {FhirNames.OdsOrganization}.");
        check.That(software is null || software.DeviceName.Exists(n => !string.IsNullOrWhiteSpace(n.Name)), RequestingSoftware, "HEADER_FORM", "The Device has a name.");
        check.Settle();
        return ids;
    }

    /// <summary>Demands that the organisation is the caller's own. Faults: ORGANISATION_NOT_YOURS.</summary>
    public void DemandFrom(string organization)
    {
        if (!EndUser.Contains(organization))
        {
            throw new Fault(FaultKind.PermissionDenied, "ORGANISATION_NOT_YOURS", $"{EndUserOrganisation} names another organisation than the token's.");
        }
    }

    private static string? Named(FieldChecks check, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Decoded(text));
            if (json.RootElement.GetProperty("system").GetString() is { Length: > 0 } && json.RootElement.GetProperty("value").GetString() is { Length: > 0 and <= 100 } value)
            {
                return value;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Named below.
        }

        check.That(false, TargetIdentifier, "HEADER_FORM", "Base64 of a JSON object with value and system.");
        return null;
    }

    private static T? Resource<T>(FieldChecks check, string? text, string name)
        where T : Resource
    {
        if (!check.That(!string.IsNullOrEmpty(text), name, "REQUIRED", $"Base64 of a FHIR {typeof(T).Name} is required."))
        {
            return null;
        }

        T? read = null;
        try
        {
            read = FhirJson.Read(Decoded(text!)) as T;
        }
        catch (Exception e) when (e is FormatException or Fault)
        {
            // Named below.
        }

        check.That(read is not null, name, "HEADER_FORM", $"Base64 of a FHIR {typeof(T).Name}.");
        return read;
    }

    private static byte[] Decoded(string text) => text.Length <= Longest ? Convert.FromBase64String(text) : throw new FormatException();
}
