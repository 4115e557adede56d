using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Documents by their id: whose they are, that they are what their id says, and partners that may send nothing else.</summary>
public sealed class TrustedDocumentTests
{
    private const string Own = "{ __typename }";
    private const string Other = "{ other: __typename }";

    [Fact]
    public async Task A_partner_sends_its_own_documents_by_their_id_and_when_so_agreed_nothing_else()
    {
        await using var hub = await HubUnderTest.Start();
        await using var session = new CommandSession(hub);
        var id = TrustedDocuments.Id(Own);
        await new AddTrustedDocument(session.Db, TimeProvider.System).Run("rww", Own, default);
        await new AddTrustedDocument(session.Db, TimeProvider.System).Run("rww", Own, default);
        // What somebody else put there under an id that it has not.
        await hub.Execute("insert into access.trusted_document values ('rww', $1, $2, now())", TrustedDocuments.Id("{ a }")[7..], Other);
        await Poll.Until(async () => (await Ask(hub, "rww", id)).Errors.Count == 0, "the document is not known");

        Assert.Equal("Query", (await Ask(hub, "rww", id)).Data("__typename").GetString());
        foreach (var unknown in new[] { TrustedDocuments.Id("{ a }"), TrustedDocuments.Id(Other), id.ToUpperInvariant(), id[7..], "sha256:", "" })
        {
            var answer = await Ask(hub, "rww", unknown);
            Assert.Equal((400, "DOCUMENT_NOT_TRUSTED"), ((int)answer.Status, answer.Code));
        }

        Assert.Equal("DOCUMENT_NOT_TRUSTED", (await Ask(hub, "rbn", id)).Code);
        Assert.Equal("Query", (await hub.Graph("rww", Other)).Data("other").GetString());

        await new SetFreeForm(session.Db).Run("rww", freeForm: false, default);
        await Poll.Until(async () => (await hub.Graph("rww", Other)).Errors.Count > 0, "free documents are still taken");
        Assert.Equal("DOCUMENT_NOT_TRUSTED", (await hub.Graph("rww", Own)).Code);
        Assert.Equal("Query", (await Ask(hub, "rww", id)).Data("__typename").GetString());
        Assert.Equal("Query", (await hub.Graph("rbn", Other)).Data("other").GetString());

        await new RemoveTrustedDocument(session.Db).Run("rww", id, default);
        await Poll.Until(async () => (await Ask(hub, "rww", id)).Errors.Count > 0, "a removed document is still taken");
    }

    private static async Task<GraphAnswer> Ask(HubUnderTest hub, string partner, string documentId) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId }), await hub.Token(partner));
}
