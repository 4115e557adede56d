using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Halton.Hub.Data.Migrations;

/// <inheritdoc />
[DbContext(typeof(HubDb))]
[Migration("20261127020000_Insight")]
public sealed class Insight : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Migrator.Script("0013_insight.sql"));
}
