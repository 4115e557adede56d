using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>What a call of the discharge service is answered with.</summary>
/// <param name="Refused">Why it is not taken: status, field and reason of each fault; empty when it is.</param>
/// <param name="Told">What follows from all that was taken, when it is.</param>
/// <param name="Etag">The etag that the stay has then; of a refusal, the one that it has instead of a stale one.</param>
/// <param name="Warnings">What was taken but found odd.</param>
internal sealed record DoorAnswer(string Refused, StayTold? Told, string Etag, string Warnings)
{
    /// <summary>It is taken.</summary>
    public static DoorAnswer Yes(DischargeStatus status) => new("", StayTold.Of(status), status.Etag, string.Join(' ', status.Warnings.Select(w => w.Reason)));

    /// <summary>It is not.</summary>
    public static DoorAnswer No(IEnumerable<StayRefusal> why, string etag = "") => new(string.Join(", ", why.Select(w => $"{w.Status} {w.Field} {w.Reason}").Order(StringComparer.Ordinal)), null, etag, "");

    /// <summary>It is not, as the door says.</summary>
    public static DoorAnswer No(StatusCode status, IEnumerable<(string? Field, string Reason)> why, string etag) =>
        new(string.Join(", ", why.Select(w => $"{status} {w.Field} {w.Reason}").Order(StringComparer.Ordinal)), null, etag, "");
}
