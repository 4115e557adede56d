using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Registers reservations of beds.</summary>
internal static class ReservationsSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddReservations(this IServiceCollection services) => services;
}
