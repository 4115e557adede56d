using Npgsql;

namespace Halton.Hub.Server;

/// <summary>The two ways into the hub's database: as its owner, who migrates, and as the account that serves and owns nothing.</summary>
internal sealed record HubConnections(string Owner, string App)
{
    /// <summary>Derives the serving account's connection from the owner's. Its password comes from HUB_APP_PASSWORD, or PostgreSQL's own password file.</summary>
    public static HubConnections From(string owner)
    {
        NpgsqlConnectionStringBuilder app;
        try
        {
            app = new NpgsqlConnectionStringBuilder(owner) { Username = "hub_app" };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartRefused("--database is no connection string, such as Host=db.example;Username=hub_owner;Database=hub.");
        }

        app.Password = Environment.GetEnvironmentVariable("HUB_APP_PASSWORD");
        return new HubConnections(owner, app.ConnectionString);
    }
}
