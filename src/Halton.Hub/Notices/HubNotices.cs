using Halton.Hub.Data;
using Halton.Hub.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Notices;

/// <summary>Registers what sends notices.</summary>
internal static class HubNotices
{
    public static void AddHubNotices(this IServiceCollection services)
    {
        NoticePost.AddTo(services);
        services
            .AddSingleton<NoticeReceivers>()
            .AddSingleton<NoticePost>()
            .AddSingleton(provider => new LineUpNotices(provider.GetRequiredService<OneSave>(), provider.GetRequiredService<EventLog>(), provider.GetRequiredService<NoticeReceivers>()))
            .AddSingleton(provider => new SendNotices(
                provider.GetRequiredService<OneSave>(), provider.GetRequiredService<NoticeReceivers>(), provider.GetRequiredService<NoticePost>(), provider.GetRequiredService<TimeProvider>()));
    }
}
