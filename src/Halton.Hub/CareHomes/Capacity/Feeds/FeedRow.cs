namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>One row of an extract that was found right in itself: beds of one kind in one home.</summary>
/// <param name="At">Its line, or its number in an array.</param>
/// <param name="LocationId">CQC location id.</param>
/// <param name="BedType">A code of bed-type; null where the extract does not say, which suits homes with one kind.</param>
/// <param name="Maximum">Column maxcapacity.</param>
/// <param name="Occupied">Column usedbeds.</param>
/// <param name="Reserved">Column reserved.</param>
/// <param name="Available">Column declaredvacancies.</param>
/// <param name="AsOf">Column lastupdatedutc.</param>
/// <param name="Accepting">Column isacceptingadmissions, or admissionstatus.</param>
/// <param name="ClosureReason">Column closurereason; "not-stated" when the home is closed and the extract does not say why.</param>
internal sealed record FeedRow(
    int At, string LocationId, string? BedType, int Maximum, int Occupied, int Reserved, int Available, DateTimeOffset AsOf, bool Accepting, string? ClosureReason);
