using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "directory");

            migrationBuilder.AddColumn<int>(
                name: "cost_per_minute",
                schema: "access",
                table: "partner",
                type: "integer",
                nullable: false,
                defaultValue: 100000);

            migrationBuilder.AddColumn<bool>(
                name: "free_form_queries",
                schema: "access",
                table: "partner",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "organization",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    maintained_by = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    logo = table.Column<string>(type: "text", nullable: true),
                    uri = table.Column<string>(type: "text", nullable: true),
                    parent_organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_modified = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization1", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_organization_maintained_by",
                        column: x => x.maintained_by,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_organization_parent_organization_id",
                        column: x => x.parent_organization_id,
                        principalSchema: "directory",
                        principalTable: "organization",
                        principalColumn: "id");
                },
                comment: "not about a person: organisations");

            migrationBuilder.CreateTable(
                name: "postcode_area",
                schema: "codes",
                columns: table => new
                {
                    area = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postcode_area", x => x.area);
                },
                comment: "not about a person: where postcodes lie");

            migrationBuilder.CreateTable(
                name: "taxonomy",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    uri = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taxonomy", x => x.id);
                },
                comment: "not about a person: taxonomies");

            migrationBuilder.CreateTable(
                name: "location",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_type = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    external_identifier = table.Column<string>(type: "text", nullable: true),
                    external_identifier_type = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_location", x => x.id);
                    table.CheckConstraint("location_on_earth", "latitude between -90 and 90 and longitude between -180 and 180 and (latitude is null) = (longitude is null)");
                    table.CheckConstraint("location_type_known", "location_type in ('physical', 'postal', 'virtual')");
                    table.ForeignKey(
                        name: "fk_location_organization_organization_id",
                        column: x => x.organization_id,
                        principalSchema: "directory",
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: places");

            migrationBuilder.CreateTable(
                name: "organization_identifier",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identifier_scheme = table.Column<string>(type: "text", nullable: true),
                    identifier_type = table.Column<string>(type: "text", nullable: false),
                    identifier = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_identifier", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_identifier_organization_organization_id",
                        column: x => x.organization_id,
                        principalSchema: "directory",
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: register numbers of organisations");

            migrationBuilder.CreateTable(
                name: "service",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    maintained_by = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    alternate_name = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    fees = table.Column<string>(type: "text", nullable: true),
                    accreditations = table.Column<string>(type: "text", nullable: true),
                    minimum_age = table.Column<int>(type: "integer", nullable: true),
                    maximum_age = table.Column<int>(type: "integer", nullable: true),
                    assured_date = table.Column<DateOnly>(type: "date", nullable: true),
                    assurer_email = table.Column<string>(type: "text", nullable: true),
                    alert = table.Column<string>(type: "text", nullable: true),
                    last_modified = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confidential = table.Column<bool>(type: "boolean", nullable: false),
                    intake = table.Column<string>(type: "text", nullable: false),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service", x => x.id);
                    table.CheckConstraint("service_ages", "minimum_age between 0 and 130 and maximum_age between 0 and 130 and minimum_age <= maximum_age");
                    table.CheckConstraint("service_intake_known", "intake in ('open', 'waiting_list', 'full')");
                    table.CheckConstraint("service_status_known", "status in ('active', 'inactive', 'defunct', 'temporarily closed')");
                    table.ForeignKey(
                        name: "fk_service_organization_maintained_by",
                        column: x => x.maintained_by,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_organization_organization_id",
                        column: x => x.organization_id,
                        principalSchema: "directory",
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: services");

            migrationBuilder.CreateTable(
                name: "taxonomy_term",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    taxonomy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    term_uri = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taxonomy_term", x => x.id);
                    table.ForeignKey(
                        name: "fk_taxonomy_term_taxonomy_taxonomy_id",
                        column: x => x.taxonomy_id,
                        principalSchema: "directory",
                        principalTable: "taxonomy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_taxonomy_term_taxonomy_term_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "directory",
                        principalTable: "taxonomy_term",
                        principalColumn: "id");
                },
                comment: "not about a person: terms");

            migrationBuilder.CreateTable(
                name: "accessibility",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accessibility = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    details = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accessibility", x => x.id);
                    table.ForeignKey(
                        name: "fk_accessibility_location_location_id",
                        column: x => x.location_id,
                        principalSchema: "directory",
                        principalTable: "location",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: features of places");

            migrationBuilder.CreateTable(
                name: "address",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attention = table.Column<string>(type: "text", nullable: true),
                    address_1 = table.Column<string>(type: "text", nullable: false),
                    city = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: true),
                    state_province = table.Column<string>(type: "text", nullable: false),
                    postal_code = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    address_type = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address", x => x.id);
                    table.CheckConstraint("address_type_known", "address_type in ('physical', 'postal', 'virtual')");
                    table.ForeignKey(
                        name: "fk_address_location_location_id",
                        column: x => x.location_id,
                        principalSchema: "directory",
                        principalTable: "location",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: addresses of places where services are given");

            migrationBuilder.CreateTable(
                name: "contact",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: desks that answer for services, by role");

            migrationBuilder.CreateTable(
                name: "cost_option",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    option = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    amount_description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_option", x => x.id);
                    table.ForeignKey(
                        name: "fk_cost_option_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: prices");

            migrationBuilder.CreateTable(
                name: "funding",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding", x => x.id);
                    table.ForeignKey(
                        name: "fk_funding_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: sources of money");

            migrationBuilder.CreateTable(
                name: "language",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_language", x => x.id);
                    table.ForeignKey(
                        name: "fk_language_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: languages of services");

            migrationBuilder.CreateTable(
                name: "service_area",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    extent = table.Column<string>(type: "text", nullable: true),
                    extent_type = table.Column<string>(type: "text", nullable: true),
                    uri = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_area", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_area_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: areas served");

            migrationBuilder.CreateTable(
                name: "service_at_location",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_at_location", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_at_location_location_location_id",
                        column: x => x.location_id,
                        principalSchema: "directory",
                        principalTable: "location",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_at_location_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: services at their places");

            migrationBuilder.CreateTable(
                name: "attribute",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taxonomy_term_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_type = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_attribute_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attribute_taxonomy_term_taxonomy_term_id",
                        column: x => x.taxonomy_term_id,
                        principalSchema: "directory",
                        principalTable: "taxonomy_term",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: terms of services");

            migrationBuilder.CreateTable(
                name: "signposting",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_maintained_by = table.Column<string>(type: "text", nullable: true),
                    unmet_reason = table.Column<string>(type: "text", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: false),
                    ward = table.Column<string>(type: "text", nullable: true),
                    outcome_due = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signposting", x => x.id);
                    table.ForeignKey(
                        name: "fk_signposting_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_signposting_taxonomy_term_need_id",
                        column: x => x.need_id,
                        principalSchema: "directory",
                        principalTable: "taxonomy_term",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: needs and services, never who asked");

            migrationBuilder.CreateTable(
                name: "phone",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone", x => x.id);
                    table.ForeignKey(
                        name: "fk_phone_contact_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "directory",
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: telephone numbers of desks");

            migrationBuilder.CreateTable(
                name: "schedule",
                schema: "directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_at_location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    dtstart = table.Column<DateOnly>(type: "date", nullable: true),
                    freq = table.Column<string>(type: "text", nullable: true),
                    interval = table.Column<int>(type: "integer", nullable: true),
                    byday = table.Column<string>(type: "text", nullable: true),
                    bymonthday = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    opens_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    closes_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    schedule_link = table.Column<string>(type: "text", nullable: true),
                    attending_type = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedule", x => x.id);
                    table.CheckConstraint("schedule_closes_after_it_opens", "closes_at > opens_at");
                    table.CheckConstraint("schedule_freq_known", "freq in ('WEEKLY', 'MONTHLY')");
                    table.CheckConstraint("schedule_interval_positive", "\"interval\" between 1 and 52");
                    table.ForeignKey(
                        name: "fk_schedule_service_at_location_service_at_location_id",
                        column: x => x.service_at_location_id,
                        principalSchema: "directory",
                        principalTable: "service_at_location",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_schedule_service_service_id",
                        column: x => x.service_id,
                        principalSchema: "directory",
                        principalTable: "service",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: opening times");

            migrationBuilder.CreateIndex(
                name: "ix_accessibility_location_id",
                schema: "directory",
                table: "accessibility",
                column: "location_id");

            migrationBuilder.CreateIndex(
                name: "ix_address_location_id",
                schema: "directory",
                table: "address",
                column: "location_id");

            migrationBuilder.CreateIndex(
                name: "ix_attribute_taxonomy_term_id",
                schema: "directory",
                table: "attribute",
                column: "taxonomy_term_id");

            migrationBuilder.CreateIndex(
                name: "term_once_at_a_service",
                schema: "directory",
                table: "attribute",
                columns: new[] { "service_id", "taxonomy_term_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_service_id",
                schema: "directory",
                table: "contact",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_option_service_id",
                schema: "directory",
                table: "cost_option",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_funding_service_id",
                schema: "directory",
                table: "funding",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_language_service_id",
                schema: "directory",
                table: "language",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_location_organization_id",
                schema: "directory",
                table: "location",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_maintained_by",
                schema: "directory",
                table: "organization",
                column: "maintained_by");

            migrationBuilder.CreateIndex(
                name: "ix_organization_parent_organization_id",
                schema: "directory",
                table: "organization",
                column: "parent_organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_identifier_organization_id",
                schema: "directory",
                table: "organization_identifier",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_phone_contact_id",
                schema: "directory",
                table: "phone",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_service_at_location_id",
                schema: "directory",
                table: "schedule",
                column: "service_at_location_id");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_service_id",
                schema: "directory",
                table: "schedule",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_last_modified",
                schema: "directory",
                table: "service",
                column: "last_modified");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintained_by",
                schema: "directory",
                table: "service",
                column: "maintained_by");

            migrationBuilder.CreateIndex(
                name: "ix_service_name_id",
                schema: "directory",
                table: "service",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_ordinal",
                schema: "directory",
                table: "service",
                column: "ordinal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_organization_id",
                schema: "directory",
                table: "service",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_area_service_id",
                schema: "directory",
                table: "service_area",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_at_location_location_id",
                schema: "directory",
                table: "service_at_location",
                column: "location_id");

            migrationBuilder.CreateIndex(
                name: "service_once_at_a_location",
                schema: "directory",
                table: "service_at_location",
                columns: new[] { "service_id", "location_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signposting_need_id",
                schema: "directory",
                table: "signposting",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_signposting_recorded_at",
                schema: "directory",
                table: "signposting",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_signposting_recorded_by_recorded_at_id",
                schema: "directory",
                table: "signposting",
                columns: new[] { "recorded_by", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_signposting_service_id",
                schema: "directory",
                table: "signposting",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_signposting_service_maintained_by_recorded_at_id",
                schema: "directory",
                table: "signposting",
                columns: new[] { "service_maintained_by", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_taxonomy_term_parent_id",
                schema: "directory",
                table: "taxonomy_term",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_taxonomy_term_taxonomy_id",
                schema: "directory",
                table: "taxonomy_term",
                column: "taxonomy_id");

            migrationBuilder.Sql(Migrator.Script("0002_directory.sql"));
        }
    }
}
