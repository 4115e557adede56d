using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>Writes what a maintainer says about an organisation into its state; every wrong field is noted.</summary>
internal static class OrganizationChecks
{
    /// <summary>Reads an entry.</summary>
    public static Organization Check(FieldChecks check, OrganizationEntry entry, Guid id, string maintainer, DateTimeOffset now) => new()
    {
        Id = id,
        MaintainedBy = maintainer,
        Name = check.NeededWords(entry.Name, "name", 200),
        Description = check.NeededWords(entry.Description, "description", 4000, lines: true),
        Email = check.Email(entry.Email, "email"),
        Website = check.Url(entry.Website, "website"),
        Logo = check.Url(entry.Logo, "logo"),
        Uri = check.Url(entry.Uri, "uri"),
        LastModified = now,
    };
}
