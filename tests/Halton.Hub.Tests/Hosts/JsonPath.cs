using System.Globalization;
using System.Text.Json;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Finds its way in JSON.</summary>
public static class JsonPath
{
    /// <summary>What lies at a path of names and numbers with dots between.</summary>
    public static JsonElement At(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (here, step) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? here[index] : here.GetProperty(step));
}
