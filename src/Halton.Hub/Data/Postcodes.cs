using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Data;

/// <summary>Where a postcode lies: the postcode itself when it is known, else its sector, else its outward code.</summary>
public sealed class Postcodes(PublicAccount account)
{
    private readonly Func<HubDb, IEnumerable<string>, IAsyncEnumerable<PostcodeArea>> nearest = EF.CompileAsyncQuery((HubDb db, IEnumerable<string> areas) =>
        db.Set<PostcodeArea>().AsNoTracking().Where(a => areas.Contains(a.Area)).OrderByDescending(a => a.Area.Length).Take(1));

    /// <summary>The point, or null when not even the outward code is known.</summary>
    public Task<PostcodeArea?> Find(string postcode, CancellationToken ct) => account.Read(db => nearest(db, Areas(postcode)).FirstOrDefaultAsync(ct).AsTask(), ct);

    /// <summary>The areas that a text may name: WA72CK, WA7 2, WA7.</summary>
    internal static string[] Areas(string postcode)
    {
        var letters = string.Concat(postcode.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var spaced = string.Join(' ', postcode.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return letters.Length >= 5 ? [letters, $"{letters[..^3]} {letters[^3]}", letters[..^3]] : [spaced, spaced.Split(' ')[0]];
    }
}
