using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Notices;

/// <summary>Says where the hub may call, or no longer; for the operator. Fault: ORIGIN_NOT_ALLOWED.</summary>
public sealed class AllowNotices(HubDb db, TimeProvider clock)
{
    /// <summary>The origin of an address that the hub may ever call: https, or http on loopback. Fault: ORIGIN_NOT_ALLOWED.</summary>
    public static string OriginOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.UserInfo.Length == 0
        ? url.GetLeftPart(UriPartial.Authority)
        : throw Fault.Invalid("origin", "ORIGIN_NOT_ALLOWED", "Name an https address, without a user, such as https://referrer.example.");

    /// <summary>Runs it.</summary>
    /// <param name="origin">Scheme, host and port.</param>
    /// <param name="allowed">Whether the hub may call there.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<string> Run(string origin, bool allowed, CancellationToken ct)
    {
        var (known, at) = (OriginOf(origin), clock.GetUtcNow());
        await (allowed
            ? db.Database.ExecuteSqlAsync($"insert into notices.allowed_origin (origin, added_at) values ({known}, {at}) on conflict do nothing", ct)
            : db.Database.ExecuteSqlAsync($"delete from notices.allowed_origin where origin = {known}", ct));
        return known;
    }
}
