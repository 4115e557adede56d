namespace Halton.Hub.Server.Seeding;

/// <summary>One table of <c>seeds/</c>, which travels inside the server: a heading, then rows of values without commas.</summary>
internal static class SeedFile
{
    /// <summary>Reads the rows and checks that each is as wide as the heading.</summary>
    public static IReadOnlyList<T> Read<T>(string name, Func<string[], T> row)
    {
        var lines = Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var width = lines[0].Split(',').Length;
        return [.. lines.Skip(1).Select(line => line.Split(',') is var values && values.Length == width
            ? row(values)
            : throw new InvalidOperationException($"seeds/{name}.csv: a row has {values.Length} values, the heading {width}."))];
    }

    /// <summary>The file as it is.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream($"seeds/{name}.csv")
            ?? throw new InvalidOperationException($"seeds/{name}.csv is not in the server.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
