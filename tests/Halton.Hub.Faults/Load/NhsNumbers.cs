using System.Globalization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Faults.Load;

/// <summary>Synthetic NHS numbers of the range 999, each given out once; they go with the time, so that runs on one data folder do not meet.</summary>
internal sealed class NhsNumbers
{
    private int next = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 10 % 1_000_000);

    /// <summary>One that was not given out before.</summary>
    public string Next()
    {
        while (true)
        {
            var nine = string.Create(CultureInfo.InvariantCulture, $"999{Interlocked.Increment(ref next) % 1_000_000:000000}");
            if (NhsNumber.CheckDigit(nine) is < 10 and var digit)
            {
                return nine + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
