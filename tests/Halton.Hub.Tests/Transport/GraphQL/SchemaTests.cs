using System.Text.RegularExpressions;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>The schemas are what was committed, ruled and described.</summary>
public sealed class SchemaTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubSchemas schemas = one.Hub.Services.GetRequiredService<HubSchemas>();

    [Fact]
    public void Each_schema_is_the_committed_file() => Assert.All(
        schemas.Served,
        schema => Assert.Equal(File.ReadAllText(Path.Combine(HouseTests.Repository(), "schema", schema + ".graphql")), schemas.Print(schema)));

    [Fact]
    public void Every_root_field_has_a_rule_and_every_rules_door_is_a_root_field()
    {
        var table = one.Hub.Services.GetRequiredService<AccessTable>();
        var ruled = table.Doors.Keys.Where(door => door.StartsWith("care/", StringComparison.Ordinal) || door.StartsWith("directory/", StringComparison.Ordinal)).Order();
        Assert.Equal(schemas.Doors.Order(), ruled);
        Assert.Contains("care/Subscription.dischargeChanged", schemas.Doors);
        Assert.All(schemas.NodeDoors, door => Assert.True(table.Doors.ContainsKey(door), door));
    }

    [Fact]
    public void Every_type_field_argument_and_value_says_what_it_means()
    {
        foreach (var schema in schemas.Served)
        {
            var lines = schemas.Print(schema).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (Regex.IsMatch(lines[i], @"^( +\w+(\(|:|$)|(type|input|enum|interface|scalar|union) (?!Query|Mutation|Subscription))"))
                {
                    Assert.True(i > 0 && lines[i - 1].TrimEnd().EndsWith('"'), $"{schema}: {lines[i]} has no description.");
                }
            }
        }
    }

    [Fact]
    public void A_global_id_is_read_back_and_nothing_else_is()
    {
        var id = new GlobalId("Discharge", Guid.CreateVersion7());
        Assert.True(GlobalId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.All(new[] { null, "", "x", id + "x", new string('A', 201), "RGlzY2hhcmdlOg" }, text => Assert.False(GlobalId.TryParse(text, out _)));
    }
}
