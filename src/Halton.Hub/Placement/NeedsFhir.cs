using Halton.Hub.CareHomes;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Placement;

/// <summary>What a task of this slice is given to go by, as Task.input, each named by a code of the hub's list <c>task-input</c>.</summary>
internal sealed class NeedsFhir(FhirWords words)
{
    /// <summary>The person's weight, which the home's equipment must bear.</summary>
    public static readonly HubExtension Kilograms = new("needed-kilograms", "positiveInt", "With the capability bariatric: the person's weight in kilograms.", "CodeableConcept");

    /// <summary>One input.</summary>
    public FhirTask.ParameterComponent? Input(string name, DataType? value) => value is null ? null : new() { Type = words.Concept(FhirNames.TaskInput, name)!, Value = value };

    /// <summary>What is needed, one input a need.</summary>
    public IEnumerable<FhirTask.ParameterComponent?> Tell(AssessedNeeds needs) =>
    [
        Input("bed-type", words.Concept(CareHomeCodes.BedType, needs.BedType)),
        .. needs.Capabilities.Select(c => Input("capability", Capability(c))),
        .. needs.Risks.Select(r => Input("risk", words.Concept(PlacementCodes.AssessmentRisk, r.Code, r.Detail))),
        Input("infection", words.Concept(PlacementCodes.InfectionStatus, needs.Infection)),
    ];

    /// <summary>Reads what is needed.</summary>
    public static AssessedNeeds Take(FhirTask task, FhirTaking taking) => new()
    {
        BedType = Code(task, "bed-type", CareHomeCodes.BedType, taking),
        Capabilities = [.. All(task, "capability").Select(v => new NeededCapability(
            taking.Code(v as CodeableConcept, CareHomeCodes.Capability, Path("capability"), required: true)!, v is CodeableConcept c ? Kilograms.Get<PositiveInt>(c)?.Value : null))],
        Risks = [.. All(task, "risk").Select(v => new FoundRisk(taking.Code(v as CodeableConcept, PlacementCodes.AssessmentRisk, Path("risk"), required: true)!, (v as CodeableConcept)?.Text))],
        Infection = Code(task, "infection", PlacementCodes.InfectionStatus, taking),
    };

    /// <summary>Reads the one input of a name.</summary>
    public static T? One<T>(FhirTask task, string name, FhirTaking taking)
        where T : DataType
    {
        var found = All(task, name).ToList();
        taking.Check.That(found is [T], Path(name), found.Count == 0 ? "REQUIRED" : "INPUT_TYPE", $"One input of type {typeof(T).Name} is taken.");
        return found.FirstOrDefault() as T;
    }

    /// <summary>Reads the one code of a name.</summary>
    public static string Code(FhirTask task, string name, string system, FhirTaking taking) => taking.Code(One<CodeableConcept>(task, name, taking), system, Path(name))!;

    private static string Path(string name) => $"input({name})";

    private static IEnumerable<DataType> All(FhirTask task, string name) =>
        task.Input.Where(i => i.Type?.Coding.Exists(c => c.System == FhirNames.TaskInput && c.Code == name) == true).Select(i => i.Value).OfType<DataType>();

    private CodeableConcept Capability(NeededCapability needed)
    {
        var concept = words.Concept(CareHomeCodes.Capability, needed.Code)!;
        Kilograms.Put(concept, needed.Kilograms is { } most ? new PositiveInt(most) : null);
        return concept;
    }
}
