using Halton.Hub.Placement.Reservations;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>A page of reservations, the one that must end first at the top.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ReservationConnectionGraph(ReservationPage page, PlacementWordsGraph words)
    : Connection<ReservationGraph>([.. page.Reservations.Select(state => new Edge<ReservationGraph>(new ReservationGraph(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0);
