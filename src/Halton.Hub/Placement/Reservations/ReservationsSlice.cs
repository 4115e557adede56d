using Halton.Hub.Placement.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Registers reservations of beds.</summary>
internal static class ReservationsSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddReservations(this IServiceCollection services) => services
        .AddSingleton<ReservationForChange>()
        .AddSingleton<ReservationEnd>()
        .AddSingleton<ReserveBed>()
        .AddSingleton<ExtendReservation>()
        .AddSingleton<ReleaseBed>()
        .AddSingleton<GetReservation>()
        .AddSingleton<ListReservations>()
        .AddSingleton<ExpireReservation>()
        .AddSingleton<ReservationMessages>()
        .AddSingleton<ReservationFhir>()
        .AddSingleton(ReservationFhir.Source)
        .AddSingleton<ReservationQueriesGraph>()
        .AddSingleton<ReservationMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(ReservationQueriesGraph), typeof(ReservationMutationsGraph)) { Nodes = [ReservationQueriesGraph.Node] });
}
