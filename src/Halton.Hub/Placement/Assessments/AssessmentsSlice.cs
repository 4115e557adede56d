using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Registers assessments.</summary>
internal static class AssessmentsSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services;
}
