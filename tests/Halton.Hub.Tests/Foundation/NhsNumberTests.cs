using System.Globalization;
using CsCheck;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Foundation;

/// <summary>The NHS number's modulus 11 check, with numbers that public examples print.</summary>
public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9000000009")]
    [InlineData("9000000017")]
    [InlineData("9476719931")]
    [InlineData("9912003888")]
    [InlineData("999 054 8609")]
    public void Valid_numbers_are_taken(string number)
    {
        Assert.True(NhsNumber.TryParse(number, out var parsed));
        Assert.Equal(number.Replace(" ", "", StringComparison.Ordinal), parsed.Digits);
    }

    [Theory]
    [InlineData("3478526985")]
    [InlineData("7778521234")]
    [InlineData("4857773456")]
    [InlineData("9912003890")]
    [InlineData("9000000000")]
    [InlineData("999054860")]
    [InlineData("99905486091")]
    [InlineData("9990 548 609")]
    [InlineData("٩٩٩٠٥٤٨٦٠٩")]
    [InlineData("")]
    [InlineData(null)]
    public void Others_are_refused(string? number) => Assert.False(NhsNumber.TryParse(number, out _));

    [Fact]
    public void A_number_prints_masked()
    {
        Assert.True(NhsNumber.TryParse("9990548609", out var number));
        Assert.Equal("*** *** ****", $"{number}");
    }

    [Fact]
    public void One_wrong_digit_is_always_found() => Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 9], Gen.Int[1, 9]).Sample((body, place, shift) =>
    {
        var nine = "999" + body.ToString("000000", CultureInfo.InvariantCulture);
        var check = NhsNumber.CheckDigit(nine);
        if (check == 10)
        {
            return true;
        }

        var digits = (nine + check).ToCharArray();
        digits[place] = (char)('0' + ((digits[place] - '0' + shift) % 10));
        return !NhsNumber.TryParse(new string(digits), out _);
    });
}
