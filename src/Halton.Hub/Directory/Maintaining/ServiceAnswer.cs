namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a change has made of a service's entry; the entry itself is read when it is wanted.</summary>
/// <param name="Id">The service.</param>
/// <param name="Etag">The entry's etag after the change.</param>
/// <param name="Status">active, inactive, defunct or temporarily closed.</param>
/// <param name="Intake">open, waiting_list or full.</param>
/// <param name="AssuredDate">The day on which its maintainer last confirmed that the entry is right.</param>
/// <param name="PausedUntil">The day on which a paused service means to be back.</param>
/// <param name="LastModified">When the change was taken.</param>
public sealed record ServiceAnswer(Guid Id, string Etag, string Status, string Intake, DateOnly? AssuredDate, DateOnly? PausedUntil, DateTimeOffset LastModified)
{
    /// <summary>The answer for a service as it is now.</summary>
    internal static ServiceAnswer Of(Service service) =>
        new(service.Id, service.Etag, service.Status, service.Intake, service.AssuredDate, service.PausedUntil, service.LastModified);
}
