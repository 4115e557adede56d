using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>The hub's own extensions as StructureDefinitions, one file each, as they are published in <c>schema/fhir</c>.</summary>
public static class FhirDefinitions
{
    private const string Date = "2026-11-26";

    /// <summary>The files, by name, in order; an extension that several sources carry can stand wherever any of them puts it.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(IEnumerable<FhirSource> sources) =>
    [
        .. sources
            .SelectMany(source => source.Extensions)
            .Where(extension => extension.Url.StartsWith(FhirNames.Own, StringComparison.Ordinal))
            .GroupBy(extension => extension.Name)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => ($"StructureDefinition-{same.Key}.json", FhirJson.Pretty(Of(same.First())) + "\n")),
        .. FhirOutcome.Examples.Select(example => ($"OperationOutcome-example-{Row(example)}.json", FhirJson.Pretty(example.Outcome) + "\n")),
    ];

    private static string Row((int Status, OperationOutcome Outcome) example) =>
        $"{example.Status}-{example.Outcome.Issue[0].Details!.Coding[0].Code}-{Hl7.Fhir.Utility.EnumUtility.GetLiteral(example.Outcome.Issue[0].Code!.Value)}";

    private static StructureDefinition Of(HubExtension extension) => new()
    {
        Id = extension.Name,
        Url = extension.Url,
        Version = "1.0.0",
        Name = string.Concat(extension.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        Status = PublicationStatus.Active,
        Date = Date,
        Publisher = "One Halton",
        Description = extension.Meaning,
        FhirVersion = FHIRVersion.N4_0_1,
        Kind = StructureDefinition.StructureDefinitionKind.ComplexType,
        Abstract = false,
        Context = [.. extension.Contexts.Select(at => new StructureDefinition.ContextComponent { Type = StructureDefinition.ExtensionContextType.Element, Expression = at })],
        Type = "Extension",
        BaseDefinition = "http://hl7.org/fhir/StructureDefinition/Extension",
        Derivation = StructureDefinition.TypeDerivationRule.Constraint,
        Differential = new() { Element = extension.Parts.Count > 0 ? Whole(extension) : Single(extension) },
    };

    private static List<ElementDefinition> Single(HubExtension extension) =>
    [
        new() { ElementId = "Extension", Path = "Extension", Short = extension.Meaning, Definition = extension.Meaning, Max = "1" },
        new() { ElementId = "Extension.extension", Path = "Extension.extension", Max = "0" },
        new() { ElementId = "Extension.url", Path = "Extension.url", Fixed = new FhirUri(extension.Url) },
        new() { ElementId = "Extension.value[x]", Path = "Extension.value[x]", Min = 1, Type = [new() { Code = extension.Type }] },
    ];

    private static List<ElementDefinition> Whole(HubExtension extension) =>
    [
        new() { ElementId = "Extension", Path = "Extension", Short = extension.Meaning, Definition = extension.Meaning, Max = "*" },
        .. extension.Parts.SelectMany(Part),
        new() { ElementId = "Extension.url", Path = "Extension.url", Fixed = new FhirUri(extension.Url) },
        new() { ElementId = "Extension.value[x]", Path = "Extension.value[x]", Max = "0" },
    ];

    private static IEnumerable<ElementDefinition> Part(ExtensionPart part)
    {
        var (id, path) = ($"Extension.extension:{part.Name}", "Extension.extension");
        return
        [
            new() { ElementId = id, Path = path, SliceName = part.Name, Short = part.Meaning, Definition = part.Meaning, Min = part.Required ? 1 : 0, Max = part.Repeats ? "*" : "1" },
            new() { ElementId = $"{id}.extension", Path = $"{path}.extension", Max = "0" },
            new() { ElementId = $"{id}.url", Path = $"{path}.url", Fixed = new FhirUri(part.Name) },
            new() { ElementId = $"{id}.value[x]", Path = $"{path}.value[x]", Min = 1, Type = [new() { Code = part.Type }] },
        ];
    }
}
