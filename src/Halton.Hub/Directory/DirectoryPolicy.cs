using Halton.Hub.Access;

namespace Halton.Hub.Directory;

/// <summary>Who may call what on the directory: everyone reads; whoever keeps an entry changes it; nobody changes another's.</summary>
public static class DirectoryPolicy
{
    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } = [];
}
