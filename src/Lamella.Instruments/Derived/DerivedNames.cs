namespace Lamella.Instruments.Derived;

/// <summary>Names of derived columns that more than one place has to know.</summary>
internal static class DerivedNames
{
    /// <summary>What stands behind the name of a column that was written without sign.</summary>
    internal const string Signed = " (signed)";
}
