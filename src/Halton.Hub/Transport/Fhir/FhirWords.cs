using Halton.Hub.Data;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Writes what resources of every slice have in common: codes with their wording, references, versions and moments.</summary>
public sealed class FhirWords(CodeSystems codes)
{
    /// <summary>A code with its latest wording; null when there is none.</summary>
    public Coding? Coding(string system, string? code) => code is null ? null : codes.Named(system, code) is var named && named.Display.Length > 0
        ? new Coding(named.System, named.Code, named.Display)
        : new Coding(system, code);

    /// <summary>The same as a concept, with a text of its own when there is one.</summary>
    public CodeableConcept? Concept(string system, string? code, string? text = null) =>
        code is null && text is null ? null : new CodeableConcept { Coding = code is null ? [] : [Coding(system, code)!], Text = text };

    /// <summary>What the hub knows of a record besides its content. The version is the etag.</summary>
    public static Meta Meta(string etag, DateTimeOffset changedAt) => new() { VersionId = etag, LastUpdated = changedAt };

    /// <summary>A person by NHS number; null when it is not known or not told.</summary>
    public static ResourceReference? Patient(string? nhsNumber) => nhsNumber is null ? null : ByIdentifier("Patient", FhirNames.NhsNumber, nhsNumber);

    /// <summary>An organisation that partners act for.</summary>
    public static ResourceReference? Organization(string? code) => code is null ? null : ByIdentifier("Organization", FhirNames.Organization, code);

    /// <summary>A resource that is known by an identifier.</summary>
    public static ResourceReference ByIdentifier(string type, string system, string value, string? display = null) =>
        new() { Type = type, Identifier = new Identifier(system, value), Display = display };

    /// <summary>One of the hub's own resources.</summary>
    public static ResourceReference? To(string type, Guid? id) => id is null ? null : new ResourceReference($"{type}/{id}");

    /// <summary>A care home: the hub's own Location, with its CQC location id and its name.</summary>
    public static ResourceReference Home(Guid id, string locationId, string name) =>
        new($"Location/{id}", name) { Type = "Location", Identifier = new Identifier(FhirNames.CqcLocation, locationId) };

    /// <summary>A moment, in UTC and as exact as the hub keeps it.</summary>
    public static FhirDateTime? Moment(DateTimeOffset? moment) => moment is { } at ? new FhirDateTime(at.ToUniversalTime()) : null;

    /// <summary>A day.</summary>
    public static Date? Day(DateOnly? day) => day is { } on ? new Date(on.Year, on.Month, on.Day) : null;

    /// <summary>A day as the end of a period.</summary>
    public static FhirDateTime? PeriodDay(DateOnly? day) => day is { } on ? new FhirDateTime(on.Year, on.Month, on.Day) : null;
}
