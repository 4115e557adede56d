using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>Keeps a source from running ahead of its reader: the engine would buffer without bound.</summary>
internal sealed class Pace
{
    private readonly Channel<bool> written = Channel.CreateUnbounded<bool>();

    /// <summary>The reader has the item; the next may be taken.</summary>
    public void Written() => written.Writer.TryWrite(true);

    /// <summary>The items, each held until the one before was written.</summary>
    public async IAsyncEnumerable<TOut> Of<TIn, TOut>(IAsyncEnumerable<TIn> items, Func<TIn, TOut> tell, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var item in items.WithCancellation(ct))
        {
            yield return tell(item);
            await written.Reader.ReadAsync(ct);
        }
    }
}
