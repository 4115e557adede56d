using Halton.Hub.Client;

namespace Halton.Hub.Bench.Graph;

/// <summary>The requests of one partner as bytes, made anew whenever its token is.</summary>
/// <param name="address">Where they go.</param>
/// <param name="tokens">The partner's access tokens.</param>
/// <param name="made">Makes each request with a token.</param>
internal sealed class Requests(Uri address, AccessTokens tokens, IReadOnlyList<Func<string, byte[]>> made)
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
                last = (token, [.. made.Select(make => make(token))]);
            }

            return last.Bytes;
        }
    }
}
