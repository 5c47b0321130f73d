namespace Lamella.Instruments.Text;

/// <summary>How numbers are written in a text file.</summary>
/// <param name="DecimalMark">A point or a comma.</param>
/// <param name="GroupMark">What stands between thousands; a zero character where nothing does.</param>
public readonly record struct NumberStyle(char DecimalMark, char GroupMark = '\0')
{
    /// <summary>Gets the style with a decimal point and nothing between thousands.</summary>
    public static NumberStyle Point { get; } = new('.');

    /// <summary>Gets the style with a decimal comma and nothing between thousands.</summary>
    public static NumberStyle Comma { get; } = new(',');
}
