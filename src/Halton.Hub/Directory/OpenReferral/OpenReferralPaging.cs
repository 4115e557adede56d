namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Which page is wanted.</summary>
/// <param name="Page">Its number, from 1.</param>
/// <param name="PerPage">How many are on a page, 1 to 500.</param>
public sealed record OpenReferralPaging(int Page, int PerPage)
{
    /// <summary>How many come before it.</summary>
    internal long Before => (Page - 1L) * PerPage;
}
