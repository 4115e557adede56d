using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using HubCoding = Halton.Hub.Foundation.Coding;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// Reads what resources of every slice have in common, and notes what is wrong on its element: REQUIRED, NOT_A_UUID, NOT_A_MOMENT,
/// NOT_A_DATE, REFERENCE_UNKNOWN, and the faults of codes.
/// </summary>
public sealed class FhirTaking(CodeSystems codes, FieldChecks check, DateOnly day)
{
    /// <summary>What is wrong so far.</summary>
    public FieldChecks Check => check;

    /// <summary>The London day of a moment, by which its codes are judged; of one that cannot be read, the first day of 1970.</summary>
    public static DateOnly DayOf(FhirDateTime? moment) => LondonTime.Day(moment is not null && moment.TryToDateTimeOffset(out var at) ? at : DateTimeOffset.UnixEpoch);

    /// <summary>An id of the hub's.</summary>
    public Guid Id(string? id, string path) => check.Id(id, path);

    /// <summary>A moment with its time of day and offset.</summary>
    public DateTimeOffset? Moment(FhirDateTime? value, string path, bool required = false)
    {
        if (value?.Value is null)
        {
            check.That(!required, path, "REQUIRED", "A moment is required.");
            return null;
        }

        var exact = value.Value.Contains('T', StringComparison.Ordinal) && value.TryToDateTimeOffset(out _);
        return check.That(exact, path, "NOT_A_MOMENT", "Write a day, a time and an offset.") && value.TryToDateTimeOffset(out var moment) ? moment.ToUniversalTime() : null;
    }

    /// <summary>A whole day.</summary>
    public DateOnly? Day(string? value, string path, bool required = false)
    {
        check.That(!required || !string.IsNullOrEmpty(value), path, "REQUIRED", "A day is required.");
        return check.OptionalDay(value, path);
    }

    /// <summary>A code of one of the hub's lists.</summary>
    public string? Code(CodeableConcept? concept, string system, string path, bool required = false) =>
        Code(concept?.Coding.Find(c => c.System == system) ?? concept?.Coding.FirstOrDefault(), system, path, required);

    /// <summary>A code of one of the hub's lists.</summary>
    public string? Code(Hl7.Fhir.Model.Coding? coding, string system, string path, bool required = false) =>
        codes.Check(check, path, system, coding is null ? null : new HubCoding(coding.System ?? "", coding.Code ?? ""), day, required)?.Code;

    /// <summary>The value of an identifier of a system.</summary>
    public string? Identifier(ResourceReference? reference, string system, string path, bool required = false)
    {
        var value = reference?.Identifier is { } identifier && identifier.System == system ? identifier.Value : null;
        var given = reference is not null;
        check.That(value is not null || (!given && !required), path, given ? "REFERENCE_UNKNOWN" : "REQUIRED", $"Name it by an identifier of {system}.");
        return value;
    }

    /// <summary>The id of one of the hub's own resources.</summary>
    public Guid? Reference(ResourceReference? reference, string type, string path, bool required = false)
    {
        if (reference?.Reference is not { } text)
        {
            check.That(!required && reference is null, path, reference is null ? "REQUIRED" : "REFERENCE_UNKNOWN", $"Write {type}/ and the id.");
            return null;
        }

        return text.StartsWith(type + "/", StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(type.Length + 1), "D", out var id)
            ? id
            : Refused(path, type);
    }

    /// <summary>The etag and the moment of the latest change.</summary>
    public (string Etag, DateTimeOffset ChangedAt) Meta(Meta? meta)
    {
        check.That(meta?.LastUpdated is not null, "meta.lastUpdated", "REQUIRED", "A moment is required.");
        return (check.Text(meta?.VersionId, "meta.versionId", 20), meta?.LastUpdated?.ToUniversalTime() ?? default);
    }

    /// <summary>A value that must be there.</summary>
    public T? Required<T>(T? value, string path)
    {
        check.That(value is not null, path, "REQUIRED", "A value is required.");
        return value;
    }

    /// <summary>A care home: the hub's own Location, with its CQC location id and its name.</summary>
    public (Guid Id, string LocationId, string Name) Home(ResourceReference? home, string path) => (
        Reference(home, "Location", path, required: true) ?? default,
        home is null ? "" : Identifier(home, FhirNames.CqcLocation, path, required: true) ?? "",
        check.Text(home?.Display, $"{path}.display", 200));

    /// <summary>Demands that a task is of a kind.</summary>
    public void Kind(Hl7.Fhir.Model.Task task, string code)
    {
        ArgumentNullException.ThrowIfNull(task);
        check.That(task.Code?.Coding.Exists(c => c.System == FhirNames.TaskKind && c.Code == code) == true, "code", "TASK_KIND", $"The code is {code} of {FhirNames.TaskKind}.");
    }

    /// <summary>The hub's state behind a status.</summary>
    public string State<TStatus>(TStatus? status, IReadOnlyDictionary<string, TStatus> states)
        where TStatus : struct
    {
        ArgumentNullException.ThrowIfNull(states);
        var state = states.FirstOrDefault(s => s.Value.Equals(status)).Key;
        check.That(state is not null, "status", "STATUS_UNKNOWN", $"One of {string.Join(", ", states.Values.Distinct())}.");
        return state ?? "";
    }

    private Guid? Refused(string path, string type)
    {
        check.That(false, path, "REFERENCE_UNKNOWN", $"Write {type}/ and the id.");
        return null;
    }
}
