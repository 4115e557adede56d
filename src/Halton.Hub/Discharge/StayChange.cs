using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>A checked change of a stay.</summary>
/// <param name="RequestId">The caller's id of the request.</param>
/// <param name="Request">The request.</param>
/// <param name="StayId">The stay.</param>
/// <param name="Etag">The etag that the caller saw, or null where none is needed.</param>
/// <param name="Kind">The event that tells of it.</param>
/// <param name="Rule">Changes the stay, or throws a fault and leaves it as it is; answers warnings.</param>
/// <param name="Then">What follows in the same save, when anything does.</param>
public sealed record StayChange(
    Guid RequestId, object Request, Guid StayId, string? Etag, string Kind, Func<Stay, IReadOnlyList<FieldFault>> Rule, Func<Save, Stay, CancellationToken, Task>? Then = null)
    : CheckedChange(RequestId, Request);
