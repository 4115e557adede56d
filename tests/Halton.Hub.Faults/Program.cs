using System.CommandLine;
using Halton.Hub.Faults;
using Halton.Hub.Faults.Beds;
using Halton.Hub.Faults.Clocks;
using Halton.Hub.Faults.Imports;
using Halton.Hub.Faults.LateAudit;
using Halton.Hub.Faults.Notices;
using Halton.Hub.Faults.Scenarios;

// The table of contents: what is killed, and the deliberately broken ways that the same checks must catch.
IScenario[] scenarios = [new HubKill(), new PostgresKill(), new BothKill(), new PositionOnlyWatch(), new AuditAfterTheAnswer(), new LazyCommit(), new TwoClocks(fenced: true), new TwoClocks(fenced: false), new LastBed(), new FiftyBeds(), new NaiveBeds(), new NoticeKill(), new ImportKill()];

var kills = new Option<int>("--kills") { Description = "How often each fault strikes.", HelpName = "N", DefaultValueFactory = _ => 20 };
var only = new Option<string?>("--only") { Description = $"Just one: {string.Join(", ", scenarios.Select(s => s.Name))}.", HelpName = "NAME" };
var data = new Option<string?>("--data") { Description = "A data folder to use and keep (default: a temporary one, removed at the end).", HelpName = "DIR" };
var items = new Option<int>("--items") { Description = "How many items a trust's feed has.", HelpName = "N", DefaultValueFactory = _ => 5_000 };
var seed = new Option<int?>("--seed") { Description = "Repeats the random choices of another run.", HelpName = "N" };
only.AcceptOnlyFromAmong([.. scenarios.Select(s => s.Name)]);

var command = new RootCommand("Kills things under load and checks that nothing acknowledged is lost.") { kills, items, only, data, seed, LateAuditCommand.Create(), ClockNodeCommand.Create() };
command.SetAction((asked, ct) => FaultRun.Run(
    [.. scenarios.Where(s => asked.GetValue(only) is not { } name || s.Name == name)],
    asked.GetValue(kills),
    asked.GetValue(items),
    asked.GetValue(seed) ?? Environment.TickCount & 0xFFFFFF,
    asked.GetValue(data),
    ct));
return await command.Parse(args).InvokeAsync();
