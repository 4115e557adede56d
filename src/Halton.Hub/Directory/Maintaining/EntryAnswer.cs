namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a change has made of an organisation's or a location's entry; the entry itself is read when it is wanted.</summary>
/// <param name="Id">The organisation or location.</param>
/// <param name="Etag">Its etag after the change.</param>
public sealed record EntryAnswer(Guid Id, string Etag);
