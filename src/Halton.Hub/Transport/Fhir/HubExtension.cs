using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// An extension: what R4 has no element for. Those of the hub's own are published as StructureDefinitions in <c>schema/fhir</c>.
/// </summary>
/// <param name="Name">Its name in kebab case, the last part of its address.</param>
/// <param name="Type">The FHIR datatype of its value, for example <c>dateTime</c>; empty when it has parts instead.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Contexts">The elements that can carry it, for example <c>Task</c>.</param>
public sealed record HubExtension(string Name, string Type, string Meaning, params string[] Contexts)
{
    /// <summary>Where it is defined: by the hub, or by UK Core.</summary>
    public string Base { get; init; } = FhirNames.Own + "StructureDefinition/";

    /// <summary>Its address.</summary>
    public string Url => Base + Name;

    /// <summary>What it is made of when it has no value of its own; such an extension can stand several times.</summary>
    public IReadOnlyList<ExtensionPart> Parts { get; init; } = [];

    /// <summary>Writes a value; nothing when there is none.</summary>
    public void Put(IExtendable to, DataType? value)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (value is not null)
        {
            to.Extension.Add(new Extension(Url, value));
        }
    }

    /// <summary>Writes one of several, part by part; a part without a value is left out.</summary>
    public void PutParts(IExtendable to, params IEnumerable<(string Name, DataType? Value)> parts)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Extension.Add(new Extension { Url = Url, Extension = [.. parts.Where(part => part.Value is not null).Select(part => new Extension(part.Name, part.Value!))] });
    }

    /// <summary>Reads the value of a part; null when there is none.</summary>
    public static T? Part<T>(Extension from, string name)
        where T : DataType
    {
        ArgumentNullException.ThrowIfNull(from);
        return from.Extension.Find(e => e.Url == name)?.Value as T;
    }

    /// <summary>Each of several, in order.</summary>
    public IReadOnlyList<Extension> All(IExtendable from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return from.Extension.FindAll(e => e.Url == Url);
    }

    /// <summary>Reads the value; null when there is none.</summary>
    public T? Get<T>(IExtendable from)
        where T : DataType
    {
        ArgumentNullException.ThrowIfNull(from);
        return from.Extension.Find(e => e.Url == Url)?.Value as T;
    }
}
