using Halton.Hub.Foundation;

namespace Halton.Hub.Data;

/// <summary>A code with the days on which it can be used.</summary>
internal sealed record DatedCoding(Coding Coding, DateOnly From, DateOnly? To, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>Whether it can be used on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);
}
