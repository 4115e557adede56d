using System.Diagnostics.CodeAnalysis;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A change that only tests have.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Root fields are instance methods.")]
public sealed class ProbeChangeGraph
{
    /// <summary>Changes nothing.</summary>
    public string Change() => "changed";
}
