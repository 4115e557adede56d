using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Halton.Hub.Data.Migrations;

/// <inheritdoc />
[DbContext(typeof(HubDb))]
[Migration("20261126200000_Notices")]
public sealed class Notices : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Migrator.Script("0009_notices.sql"));
}
