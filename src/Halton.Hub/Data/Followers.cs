namespace Halton.Hub.Data;

/// <summary>What one slice does in the saves of others.</summary>
/// <param name="All">Each thing that it does.</param>
internal sealed record Followers(params IEnumerable<Follower> All);
