namespace Lamella.Instruments.Reading;

/// <summary>How sure a format is that a file is its own.</summary>
/// <param name="Score">1 to 100; see the constants.</param>
/// <param name="Reason">What in the content says so, for the user.</param>
public sealed record Recognition(int Score, string Reason)
{
    /// <summary>Magic bytes that no other format has.</summary>
    public const int Certain = 100;

    /// <summary>A first line or header that only this vendor writes.</summary>
    public const int Signature = 80;

    /// <summary>Column names that together point to one vendor.</summary>
    public const int Columns = 60;

    /// <summary>A generic layout that a more special format may claim.</summary>
    public const int Generic = 30;
}
