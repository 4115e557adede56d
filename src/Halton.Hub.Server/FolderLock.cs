using System.Globalization;
using System.Text;

namespace Halton.Hub.Server;

/// <summary>
/// Holding it means that no other hub uses the data folder. The kernel lets go of it when the process ends, however it ends, so a lock
/// that can be taken proves that nothing runs, and files left by a killed hub mean nothing.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or answers null when another process holds it.</summary>
    public static FolderLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        // Beside the lock and not in it: a locked file cannot even be read.
        SecretFile.Write(HolderFile(path), Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        return new FolderLock(file);
    }

    /// <summary>The process that took the lock last; null when nobody ever did.</summary>
    public static int? Holder(string path) =>
        File.Exists(HolderFile(path)) && int.TryParse(File.ReadAllText(HolderFile(path)), CultureInfo.InvariantCulture, out var pid) ? pid : null;

    /// <inheritdoc />
    public void Dispose() => file.Dispose();

    private static string HolderFile(string path) => Path.ChangeExtension(path, ".pid");
}
