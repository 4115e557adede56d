namespace Halton.Hub.Placement.Reservations;

/// <summary>A page of reservations.</summary>
/// <param name="Reservations">The one that must end first at the top.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record ReservationPage(IReadOnlyList<ReservationState> Reservations, string NextPageToken, Func<ReservationState, string> Cursor);
