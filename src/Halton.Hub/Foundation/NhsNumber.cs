namespace Halton.Hub.Foundation;

/// <summary>
/// An NHS number that passed the modulus 11 check. It prints masked, so that no log or message can carry it; <see cref="Digits"/> is
/// for the database and for the answer to somebody who may see it. Source: NHS Data Dictionary, NHS NUMBER.
/// </summary>
public readonly record struct NhsNumber
{
    private NhsNumber(string digits) => Digits = digits;

    /// <summary>The ten digits.</summary>
    public string Digits { get; }

    /// <summary>Reads ten digits, also in the "3 3 4" spaced form, and checks them.</summary>
    public static bool TryParse(string? value, out NhsNumber number)
    {
        number = default;
        if (value is null || value.Length is < 10 or > 12)
        {
            return false;
        }

        var digits = value.Length == 12 && value[3] == ' ' && value[7] == ' ' ? value.Replace(" ", "", StringComparison.Ordinal) : value;
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit) || CheckDigit(digits) != digits[9] - '0')
        {
            return false;
        }

        number = new NhsNumber(digits);
        return true;
    }

    /// <summary>The check digit for the first nine digits; 10 means that the number cannot be issued.</summary>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * (10 - i);
        }

        return (11 - (sum % 11)) % 11;
    }

    /// <summary>Masked.</summary>
    public override string ToString() => "*** *** ****";
}
