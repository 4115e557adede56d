using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Halton.Hub.Data.Migrations;

/// <inheritdoc />
[DbContext(typeof(HubDb))]
[Migration("20261127010000_Journeys")]
public sealed class Journeys : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Migrator.Script("0012_journeys.sql"));
}
