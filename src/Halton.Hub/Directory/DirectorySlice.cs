using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Directory.OpenReferral;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Halton.Hub.Directory;

/// <summary>Registers the directory slice.</summary>
public static class DirectorySlice
{
    /// <summary>Adds its account, its operations and its doors.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<DirectoryAccount>()
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<DirectoryAccount>().Audit)
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<DirectoryAccount>().Feed)
        .AddSingleton<ServiceForChange>()
        .AddSingleton<CreateService>()
        .AddSingleton<UpdateService>()
        .AddSingleton<PauseService>()
        .AddSingleton<ResumeService>()
        .AddSingleton<RetireService>()
        .AddSingleton<AssureService>()
        .AddSingleton<SetIntake>()
        .AddSingleton<PreviewService>()
        .AddSingleton<CreateOrganization>()
        .AddSingleton<UpdateOrganization>()
        .AddSingleton<CreateLocation>()
        .AddSingleton<UpdateLocation>()
        .AddSingleton<RecordSignposting>()
        .AddSingleton<RecordSignpostingOutcome>()
        .AddSingleton<ListSignpostings>()
        .AddSingleton<CountSignpostings>()
        .AddSingleton<UnmetNeeds>()
        .AddOpenReferral();
}
