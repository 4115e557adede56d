using Halton.Hub.Client;

namespace Halton.Hub.Bench.Graph;

/// <summary>The requests of one partner as bytes, made anew whenever its token is.</summary>
internal sealed class Requests(Uri address, AccessTokens tokens, string purpose, IReadOnlyList<string> bodies)
{
    private (string Token, byte[][] Bytes) last = ("", []);

    /// <summary>Where they go.</summary>
    public Uri Address => address;

    /// <summary>The requests with a token that is good now.</summary>
    public byte[][] Now()
    {
        var asked = tokens.Get();
        var token = asked.IsCompletedSuccessfully ? asked.Result : asked.AsTask().GetAwaiter().GetResult();
        lock (tokens)
        {
            if (last.Token != token)
            {
                last = (token, [.. bodies.Select(body => HttpLine.Request(address, token, purpose, body))]);
            }

            return last.Bytes;
        }
    }
}
