namespace Halton.Hub.Events;

/// <summary>One message of a watch: an event, or a bookmark without one, and the token to go on from.</summary>
public sealed record WatchItem(HubEvent? Event, string ResumeToken);
