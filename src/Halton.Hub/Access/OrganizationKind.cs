namespace Halton.Hub.Access;

/// <summary>What an organisation is to the hub; the access table names which kinds may make which call.</summary>
public enum OrganizationKind
{
    /// <summary>A hospital trust.</summary>
    AcuteTrust,

    /// <summary>A council with adult social care responsibilities.</summary>
    Council,

    /// <summary>An intermediate care service such as HICaFS.</summary>
    IntermediateCare,

    /// <summary>An organisation that employs trusted assessors.</summary>
    TrustedAssessor,

    /// <summary>A care home.</summary>
    CareHome,

    /// <summary>An organisation that cares for people in their own homes.</summary>
    HomeCareProvider,

    /// <summary>A voluntary, community or faith organisation, or a social enterprise.</summary>
    Vcfse,
}
