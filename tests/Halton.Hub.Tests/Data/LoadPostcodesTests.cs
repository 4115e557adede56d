using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Data;

/// <summary>Where postcodes lie, from a file with the columns of the ONS postcode directory.</summary>
public sealed class LoadPostcodesTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Header = "pcd,pcds,dointr,doterm,oslaua,lat,long\n";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Each_postcode_is_found_where_the_file_has_it_and_sectors_in_their_middle()
    {
        var report = await Load(
            Header
            + "\"ZZ1 1AA\",\"ZZ1 1AA\",198001,,E06000006,53.300000,-2.700000\n"
            + "ZZ1 1AB,ZZ1 1AB,198001,,E06000006,53.500000,-2.900000\n"
            + "ZZ1 1AC,ZZ1 1AC,198001,201905,E06000006,10.0,10.0\n"
            + "ZZ1 1AD,ZZ1 1AD,198001,,E06000006,99.999999,0.000000\n"
            + "ZZ1,ZZ1,198001,,E06000006,53.3,-2.7\n"
            + "ZZ1 1AE,ZZ1 1AE,198001,,E06000006,north,-2.7\n"
            + "ZZ1 1AF,ZZ1 1AF,198001,,E06000006,53.3,-200\n");
        Assert.Equal((7, 2, 1, 1, 3), (report.Rows, report.Loaded, report.Terminated, report.WithoutPlace, report.Refused));
        Assert.Equal(["line 6, pcds: NOT_A_POSTCODE", "line 7, lat, long: NOT_A_COORDINATE", "line 8, lat, long: NOT_A_COORDINATE"], report.Told);
        Assert.Equal(("ZZ11AA", 53.3, -2.7), await Found("zz1 1aa"));
        Assert.Equal(("ZZ1 1", 53.4, -2.8), await Found("ZZ1 1ZZ"));
        Assert.Equal(("ZZ1", 53.4, -2.8), await Found("ZZ1"));

        // The next file takes the place of this one; the middle of what it says nothing of stays.
        await Load("Postcode,Latitude,Longitude\nZZ1 1AA,53.1,-2.5\n");
        Assert.Equal(("ZZ11AA", 53.1, -2.5), await Found("ZZ1 1AA"));
        Assert.Equal(("ZZ1 1", 53.1, -2.5), await Found("ZZ1 1AB"));
    }

    [Theory]
    [InlineData("", "COLUMN_MISSING", "pcds")]
    [InlineData("pcds,lat\nZZ2 1AA,53\n", "COLUMN_MISSING", "long")]
    [InlineData("lat,long\n53,-2\n", "COLUMN_MISSING", "pcds")]
    [InlineData("pcds,lat,long\n", "NOTHING_TO_LOAD", "file")]
    [InlineData("pcds,lat,long\nZZ2 1AA,53,-2\nZZ21AA,53,-2\n", "POSTCODE_TWICE", "pcds")]
    public async Task A_file_that_is_wrong_is_named_and_changes_nothing(string text, string reason, string field)
    {
        var before = await hub.Value<long>("select count(*) from codes.postcode_area");
        var fault = await Assert.ThrowsAsync<Fault>(() => Load(text));
        Assert.Equal((reason, field), (fault.Reason, fault.Fields[0].Field));
        Assert.Equal(before, await hub.Value<long>("select count(*) from codes.postcode_area"));
    }

    private Task<LoadPostcodes.Report> Load(string text) => LoadPostcodes.Run(hub.Database, new StringReader(text), CancellationToken.None);

    private async Task<(string, double, double)> Found(string postcode)
    {
        var area = (await hub.Services.GetRequiredService<Postcodes>().Find(postcode, CancellationToken.None))!;
        return (area.Area, Math.Round(area.Latitude, 6), Math.Round(area.Longitude, 6));
    }
}
