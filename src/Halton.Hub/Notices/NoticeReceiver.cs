using Halton.Hub.Events;

namespace Halton.Hub.Notices;

/// <summary>An address of a partner that wants to hear of events.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Org">Code of the organisation: it hears of what it may see, and of nothing else.</param>
/// <param name="Url">Where notices go.</param>
/// <param name="Kinds">What kinds of event begin with, for example <c>referral.</c>.</param>
/// <param name="Position">What it has in its line up to now.</param>
internal sealed record NoticeReceiver(Guid Id, string Org, Uri Url, IReadOnlyList<string> Kinds, EventPosition Position)
{
    /// <summary>Whether it wants to hear of a kind.</summary>
    public bool Wants(string kind) => Kinds.Any(begin => kind.StartsWith(begin, StringComparison.Ordinal));
}
