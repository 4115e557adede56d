namespace Halton.Hub.Transport.Http;

/// <summary>Addresses that belong together.</summary>
/// <param name="Title">What they are for.</param>
/// <param name="Says">What to know before calling them.</param>
/// <param name="Addresses">The addresses.</param>
internal sealed record PageSection(string Title, string Says, params PageAddress[] Addresses);
