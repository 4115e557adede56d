namespace Halton.Hub.Access;

/// <summary>A GraphQL document that a partner registered as its own.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Sha256">64 hexadecimal digits in lower case.</param>
/// <param name="Document">The text.</param>
/// <param name="AddedAt">When it was registered.</param>
public sealed record TrustedDocument(string PartnerId, string Sha256, string Document, DateTimeOffset AddedAt)
{
    /// <summary>Its id as requests name it.</summary>
    public string Id => "sha256:" + Sha256;
}
