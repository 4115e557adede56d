using Npgsql;

namespace Halton.Hub.Server;

/// <summary>
/// The ways into the hub's database: as its owner, who migrates; as the account that serves and owns nothing; and as the directory's
/// account, which reaches nothing about a person.
/// </summary>
internal sealed record HubConnections(string Owner, string App, string Directory)
{
    /// <summary>
    /// Derives the serving accounts' connections from the owner's. Their passwords come from HUB_APP_PASSWORD and HUB_DIRECTORY_PASSWORD, or
    /// from PostgreSQL's own password file.
    /// </summary>
    public static HubConnections From(string owner) => new(owner, Of(owner, "hub_app", "HUB_APP_PASSWORD"), Of(owner, "hub_directory", "HUB_DIRECTORY_PASSWORD"));

    private static string Of(string owner, string account, string password)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(owner) { Username = account, Password = Environment.GetEnvironmentVariable(password) }.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartRefused("--database is no connection string, such as Host=db.example;Username=hub_owner;Database=hub.");
        }
    }
}
