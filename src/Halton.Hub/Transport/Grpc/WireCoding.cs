using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Wire = Halton.Hub.Contracts.Fhir.V1;

namespace Halton.Hub.Transport.Grpc;

/// <summary>Codes as the services speak them.</summary>
internal static class WireCoding
{
    /// <summary>A given code; its display is not read.</summary>
    public static Coding? Read(Wire.Coding? coding) => coding is null ? null : new Coding(coding.System, coding.Code);

    /// <summary>A code with its latest wording; null when there is none.</summary>
    public static Wire.Coding? Tell(CodeSystems codes, string system, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var named = codes.Named(system, code);
        return new Wire.Coding { System = named.System, Code = named.Code, Display = named.Display };
    }
}
