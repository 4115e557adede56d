using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>One limit of a document.</summary>
/// <param name="Reason">The stable reason of the refusal.</param>
/// <param name="Most">As much is still taken.</param>
/// <param name="What">What is counted, in words.</param>
public sealed record Limit(string Reason, int Most, string What)
{
    /// <summary>Refuses more.</summary>
    public void Demand(long count)
    {
        if (count > Most)
        {
            throw new Fault(FaultKind.Invalid, Reason, $"At most {Most} {What}. Ask for less, or in several requests.");
        }
    }
}
