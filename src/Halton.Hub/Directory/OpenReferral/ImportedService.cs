using System.Text.Json;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>One service of a document, as far as it could be read.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="Hsds">The service; null when it could not be read.</param>
/// <param name="Unreadable">Why it could not be read.</param>
internal sealed record ImportedService(int Index, HsdsService? Hsds, FieldFault? Unreadable)
{
    /// <summary>Reads it.</summary>
    public static ImportedService Read(JsonElement element, int index)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new(index, null, new FieldFault("", "NOT_A_SERVICE", "A service is an object."));
        }

        try
        {
            return new(index, element.Deserialize<HsdsService>(OpenReferralJson.Options), null);
        }
        catch (JsonException e)
        {
            var path = e.Path is ['$', '.', .. var rest] ? rest : "";
            return new(index, null, new FieldFault(path, "WRONG_TYPE", "This is not of the type that HSDS-UK has here."));
        }
    }
}
