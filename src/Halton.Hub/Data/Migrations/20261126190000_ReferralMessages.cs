using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReferralMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "message",
                schema: "referrals",
                columns: table => new
                {
                    org = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bundle_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => new { x.org, x.request_id });
                    table.ForeignKey(
                        name: "fk_message_referral_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referral",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "ix_message_correlation_id_received_at",
                schema: "referrals",
                table: "message",
                columns: new[] { "correlation_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_message_referral_id",
                schema: "referrals",
                table: "message",
                column: "referral_id");

            migrationBuilder.Sql(Migrator.Script("0008_referral_messages.sql"));
        }
    }
}
