using System.CommandLine;
using Halton.Hub.Audit;

namespace Halton.Hub.Server.Commands;

/// <summary><c>audit verify</c>: whether any row of the audit was changed, removed or put in since it was sealed.</summary>
internal static class AuditCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var place = new FolderOptions();
        var verify = new Command("verify", "Check the audit against its seals and anchors.");
        place.AddTo(verify);
        verify.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            var verdict = await new VerifyAudit(database.OwnerConnection, place.Folder(asked).AuditAnchors).Run(ct);
            foreach (var finding in verdict.Findings)
            {
                Console.WriteLine(finding);
            }

            if (!verdict.Clean)
            {
                return ExitCode.NotClean;
            }

            Console.WriteLine($"audit clean: {verdict.Rows} rows in {verdict.Blocks} blocks, {verdict.Unsealed} not yet sealed");
            return 0;
        });
        return new Command("audit", "Look after the audit.") { verify };
    }
}
