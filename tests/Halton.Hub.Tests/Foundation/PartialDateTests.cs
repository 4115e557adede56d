using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Foundation;

/// <summary>FHIR dates of three precisions.</summary>
public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1941", true)]
    [InlineData("1941-02", true)]
    [InlineData("1940-02-29", true)]
    [InlineData("1941-02-29", false)]
    [InlineData("1941-2", false)]
    [InlineData("41", false)]
    [InlineData("1941-02-01T00:00:00Z", false)]
    [InlineData("1941-02\n", false)]
    [InlineData("0001", false)]
    public void A_date_is_a_year_a_month_or_an_existing_day(string text, bool valid) => Assert.Equal(valid, PartialDate.IsValid(text));
}
