namespace Halton.Hub.Directory;

/// <summary>Whatever has an identifier and a name.</summary>
public interface INamed
{
    /// <summary>Identifier, a UUID.</summary>
    Guid Id { get; }

    /// <summary>Name.</summary>
    string Name { get; }
}
