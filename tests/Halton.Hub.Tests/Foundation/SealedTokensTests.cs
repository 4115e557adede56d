using CsCheck;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Foundation;

/// <summary>Page and resume tokens open for whom they were made, and for nobody else.</summary>
public sealed class SealedTokensTests
{
    private readonly SealedTokens tokens = new(() => [1, 2, 3, 4, 5, 6, 7, 8]);

    [Fact]
    public void A_token_opens_with_its_own_purpose_and_binding_only()
    {
        var token = tokens.Seal("page", "rww", 42);
        Assert.True(tokens.TryOpen("page", "rww", token, out int value));
        Assert.Equal(42, value);
        Assert.False(tokens.TryOpen("page", "rbn", token, out value));
        Assert.False(tokens.TryOpen("resume", "rww", token, out value));
        Assert.False(new SealedTokens(() => [9]).TryOpen("page", "rww", token, out value));
    }

    [Fact]
    public void Any_text_and_any_change_is_refused_without_a_throw()
    {
        var token = tokens.Seal("page", "rww", "x");
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char.AlphaNumeric).Sample((place, letter) =>
            token[place] == letter || IsLastBits(place) || !tokens.TryOpen<string>("page", "rww", token[..place] + letter + token[(place + 1)..], out _));
        Gen.String.Sample(text => !tokens.TryOpen<string>("page", "rww", text, out _));

        // The last letter of unpadded base64 carries bits that stand for nothing.
        bool IsLastBits(int place) => place == token.Length - 1;
    }
}
