using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "discharge");

            migrationBuilder.EnsureSchema(
                name: "codes");

            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.CreateTable(
                name: "concept",
                schema: "codes",
                columns: table => new
                {
                    system = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    display = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept", x => new { x.system, x.code, x.valid_from });
                },
                comment: "not about a person: codes and their wording");

            migrationBuilder.CreateTable(
                name: "organization",
                schema: "access",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    local_authority = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization", x => x.code);
                    table.CheckConstraint("organization_code_shape", "code ~ '^[A-Z0-9-]{1,20}$'");
                },
                comment: "not about a person: organisations");

            migrationBuilder.CreateTable(
                name: "partner",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: false),
                    scopes = table.Column<List<string>>(type: "text[]", nullable: false),
                    purposes = table.Column<List<string>>(type: "text[]", nullable: false),
                    rate_per_second = table.Column<int>(type: "integer", nullable: false),
                    burst = table.Column<int>(type: "integer", nullable: false),
                    max_watches = table.Column<int>(type: "integer", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_organization_organization",
                        column: x => x.organization,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: programs that may call");

            migrationBuilder.CreateTable(
                name: "site",
                schema: "access",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.code);
                    table.ForeignKey(
                        name: "fk_site_organization_organization",
                        column: x => x.organization,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: hospital sites");

            migrationBuilder.CreateTable(
                name: "partner_key",
                schema: "access",
                columns: table => new
                {
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    kid = table.Column<string>(type: "text", nullable: false),
                    jwk = table.Column<string>(type: "jsonb", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_key", x => new { x.partner_id, x.kid });
                    table.ForeignKey(
                        name: "fk_partner_key_partners_partner_id",
                        column: x => x.partner_id,
                        principalSchema: "access",
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: public keys");

            migrationBuilder.CreateTable(
                name: "stay",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trust = table.Column<string>(type: "text", nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    ward = table.Column<string>(type: "text", nullable: false),
                    spell_identifier = table.Column<string>(type: "text", nullable: false),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    nhs_number_status = table.Column<string>(type: "text", nullable: false),
                    admitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    admission_method = table.Column<string>(type: "text", nullable: true),
                    admit_source = table.Column<string>(type: "text", nullable: true),
                    planned_discharge_date = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    meets_criteria = table.Column<bool>(type: "boolean", nullable: true),
                    last_reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    discharge_ready_date = table.Column<DateOnly>(type: "date", nullable: true),
                    pathway = table.Column<string>(type: "text", nullable: true),
                    care_transfer_hub_referred = table.Column<bool>(type: "boolean", nullable: false),
                    discharged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    discharge_method = table.Column<string>(type: "text", nullable: true),
                    discharge_destination = table.Column<string>(type: "text", nullable: true),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    cancel_reason_text = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stay", x => x.id);
                    table.ForeignKey(
                        name: "fk_stay_site_site",
                        column: x => x.site,
                        principalSchema: "access",
                        principalTable: "site",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "access",
                schema: "discharge",
                columns: table => new
                {
                    org = table.Column<string>(type: "text", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship = table.Column<string>(type: "text", nullable: false),
                    granted_by = table.Column<string>(type: "text", nullable: false),
                    admitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access", x => new { x.stay_id, x.org });
                    table.ForeignKey(
                        name: "fk_access_organization_org",
                        column: x => x.org,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_access_stay_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "criteria_review",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    criteria = table.Column<List<string>>(type: "text[]", nullable: false),
                    reviewer_role = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_review_stays_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "pathway_decision",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pathway = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_role = table.Column<string>(type: "text", nullable: false),
                    care_transfer_hub_referred = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_pathway_decision_stays_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "patient",
                schema: "discharge",
                columns: table => new
                {
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<List<string>>(type: "text[]", nullable: false),
                    birth_date = table.Column<string>(type: "text", nullable: true),
                    gender = table.Column<string>(type: "text", nullable: true),
                    address_lines = table.Column<List<string>>(type: "text[]", nullable: false),
                    city = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    phones = table.Column<List<string>>(type: "text[]", nullable: false),
                    emails = table.Column<List<string>>(type: "text[]", nullable: false),
                    general_practice = table.Column<string>(type: "text", nullable: true),
                    local_authority = table.Column<string>(type: "text", nullable: true),
                    restricted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_patient", x => x.stay_id);
                    table.ForeignKey(
                        name: "fk_patient_stay_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "access_in_list_order",
                schema: "discharge",
                table: "access",
                columns: new[] { "org", "admitted_at", "stay_id" });

            migrationBuilder.CreateIndex(
                name: "access_open_in_list_order",
                schema: "discharge",
                table: "access",
                columns: new[] { "org", "open", "admitted_at", "stay_id" });

            migrationBuilder.CreateIndex(
                name: "one_review_a_moment",
                schema: "discharge",
                table: "criteria_review",
                columns: new[] { "stay_id", "reviewed_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_local_authority",
                schema: "access",
                table: "organization",
                column: "local_authority");

            migrationBuilder.CreateIndex(
                name: "ix_partner_organization",
                schema: "access",
                table: "partner",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "ix_pathway_decision_stay_id",
                schema: "discharge",
                table: "pathway_decision",
                column: "stay_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_organization",
                schema: "access",
                table: "site",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "ix_stay_site",
                schema: "discharge",
                table: "stay",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "one_open_stay",
                schema: "discharge",
                table: "stay",
                columns: new[] { "trust", "nhs_number" },
                unique: true,
                filter: "state <= 3 and nhs_number_status = '01'");

            migrationBuilder.CreateIndex(
                name: "one_spell",
                schema: "discharge",
                table: "stay",
                columns: new[] { "trust", "spell_identifier" },
                unique: true,
                filter: "state <> 5");

            migrationBuilder.Sql(Migrator.Script("0001_walls.sql"));
        }
    }
}
