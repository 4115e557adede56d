using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>Registers provider validation, what it rests on, and their doors.</summary>
public static class ValidationSlice
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddValidation(this IServiceCollection services) => services
        .AddSingleton<GetValidation>()
        .AddSingleton<ListValidations>()
        .AddSingleton<RecordHostReply>()
        .AddSingleton<RecordQualityAssessment>()
        .AddSingleton<RecordContract>()
        .AddSingleton<RecordAssessorAgreement>()
        .AddSingleton<RecordSharingAgreement>()
        .AddSingleton<OverrideValidation>()
        .AddSingleton<ListSanctions>()
        .AddSingleton<ImposeSanction>()
        .AddSingleton<LiftSanction>()
        .AddSingleton<ValidationMessages>()
        .AddSingleton<ValidationQueriesGraph>()
        .AddSingleton<ValidationMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(ValidationQueriesGraph), typeof(ValidationMutationsGraph)));
}
