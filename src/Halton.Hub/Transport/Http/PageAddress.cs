namespace Halton.Hub.Transport.Http;

/// <summary>An address that the developers' page tells of.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Says">What is there, in a few words.</param>
/// <param name="Posted">Whether it is posted to; a browser can open the others.</param>
internal sealed record PageAddress(string Path, string Says, bool Posted = false);
