using Xunit;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Waits for what comes soon, without guessing how soon.</summary>
public static class Poll
{
    /// <summary>Asks until the answer is yes; gives up after half a minute.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), what);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
