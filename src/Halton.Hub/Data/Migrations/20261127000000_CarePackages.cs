using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class CarePackages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_package",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    trust = table.Column<string>(type: "text", nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    admitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    restarts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_package", x => x.id);
                    table.CheckConstraint("package_state_known", "state in ('held', 'restarts', 'ended', 'released')");
                    table.CheckConstraint("package_whole", "(state = 'held') = (reason is null) and (state = 'restarts') = (restarts_on is not null)");
                    table.ForeignKey(
                        name: "fk_care_package_organization_provider",
                        column: x => x.provider,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_care_package_stay_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "ix_care_package_provider_admitted_at_id",
                schema: "discharge",
                table: "care_package",
                columns: new[] { "provider", "admitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_package_stay_id",
                schema: "discharge",
                table: "care_package",
                column: "stay_id");

            migrationBuilder.CreateIndex(
                name: "one_package_held",
                schema: "discharge",
                table: "care_package",
                columns: new[] { "stay_id", "provider" },
                unique: true,
                filter: "state = 'held'");

            migrationBuilder.Sql(Migrator.Script("0011_care_packages.sql"));
        }
    }
}
