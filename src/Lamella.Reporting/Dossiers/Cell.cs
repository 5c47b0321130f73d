namespace Lamella.Reporting.Dossiers;

/// <summary>One cell of a table.</summary>
/// <param name="Text">What it says; may be empty.</param>
public sealed record Cell(string Text)
{
    /// <summary>Gets the badge after the text.</summary>
    public Mark Mark { get; init; }

    /// <summary>Gets a smaller line under the text, such as a source; or empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Gets the digital object identifier that the text links to, without the resolver; or null.</summary>
    public string? Doi { get; init; }

    /// <summary>Gets the interval drawn instead of the text, or null.</summary>
    public IntervalPicture? Picture { get; init; }

    /// <summary>Gets the bar drawn instead of the text, or null.</summary>
    public BarPicture? Bar { get; init; }

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">What it says.</param>
    public static implicit operator Cell(string text) => FromString(text);

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">What it says.</param>
    /// <returns>The cell.</returns>
    public static Cell FromString(string text) => new(text);

    /// <summary>Makes a cell with only a badge.</summary>
    /// <param name="mark">The badge.</param>
    /// <returns>The cell.</returns>
    public static Cell Badge(Mark mark) => new("") { Mark = mark };

    /// <summary>Makes a cell that draws where a measured value lies relative to a predicted interval.</summary>
    /// <param name="predicted">The prediction.</param>
    /// <param name="low">Lower end of its interval, at or below the prediction.</param>
    /// <param name="high">Upper end of its interval, at or above the prediction.</param>
    /// <param name="measured">The measured value in the same unit, or null where there is none.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the ends are not in order.</exception>
    public static Cell Interval(double predicted, double low, double high, double? measured) =>
        new("") { Picture = new IntervalPicture(predicted, low, high, measured) };

    /// <summary>Makes a cell that draws how far an input moves a result: one bar of a tornado.</summary>
    /// <param name="atLow">Result at the lower value of the input.</param>
    /// <param name="atHigh">Result at the upper value of the input.</param>
    /// <param name="nominal">Result as described, in the middle of the cell.</param>
    /// <param name="reach">How far the scale reaches on either side, above 0; the same in every row.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the reach is not above 0.</exception>
    public static Cell Tornado(double atLow, double atHigh, double nominal, double reach) =>
        new("") { Bar = BarPicture.Tornado(atLow, atHigh, nominal, reach) };

    /// <summary>Makes a cell that draws what a part adds to a sum: one step of a waterfall.</summary>
    /// <param name="before">Sum of the parts before.</param>
    /// <param name="own">What the part adds.</param>
    /// <param name="whole">Sum of all parts, above 0: the width of the cell.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the sum of all is not above 0.</exception>
    public static Cell Waterfall(double before, double own, double whole) => new("") { Bar = BarPicture.Waterfall(before, own, whole) };
}
