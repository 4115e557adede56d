using System.Text;
using Halton.Hub.Foundation;

namespace Halton.Hub.Server.Commands;

/// <summary>
/// Keys on their way to the hub. A generated private key replaces the partner's old one only once the hub has taken its public half, so
/// that a refusal in between costs nobody a working key.
/// </summary>
internal sealed class GivenKeys : IDisposable
{
    private const int LongestJwks = 65_536;
    private readonly string? keyFile;

    private GivenKeys(string jwks, string? keyFile = null)
    {
        Jwks = jwks;
        this.keyFile = keyFile;
    }

    /// <summary>The public keys.</summary>
    public string Jwks { get; }

    /// <summary>What to say about them.</summary>
    public string Note => keyFile is null ? "" : $"; its private key is in {keyFile}";

    /// <summary>Keys from a partner's file.</summary>
    public static GivenKeys Of(FileInfo file) => file switch
    {
        { Exists: false } => throw Fault.Invalid("jwks", "NO_SUCH_FILE", $"There is no file {file.FullName}."),
        { Length: > LongestJwks } => throw Fault.Invalid("jwks", "TOO_LONG", $"At most {LongestJwks} bytes."),
        _ => new GivenKeys(File.ReadAllText(file.FullName)),
    };

    /// <summary>A key made here.</summary>
    public static GivenKeys Generate(DataFolder folder, string partnerId)
    {
        var path = PrivateKeyFile.Path(folder.Keys, partnerId);
        var (secret, jwks) = PrivateKeyFile.Generate();
        SecretFile.Prepare(path, Encoding.UTF8.GetBytes(secret));
        return new GivenKeys(jwks, path);
    }

    /// <summary>Keeps a generated key.</summary>
    public void Keep()
    {
        if (keyFile is not null)
        {
            SecretFile.Commit(keyFile);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (keyFile is not null)
        {
            SecretFile.Abandon(keyFile);
        }
    }
}
