namespace Lamella.Reporting.Dossiers;

/// <summary>A prediction with its interval and the measured value, all in one unit, drawn on a scale of half interval widths.</summary>
public sealed record IntervalPicture
{
    /// <summary>Initializes a picture.</summary>
    /// <param name="predicted">The prediction.</param>
    /// <param name="low">Lower end of its interval.</param>
    /// <param name="high">Upper end of its interval.</param>
    /// <param name="measured">The measured value, or null.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the ends are not in order.</exception>
    public IntervalPicture(double predicted, double low, double high, double? measured)
    {
        Require.AllFinite([predicted, low, high, measured ?? 0.0], "interval (predicted, low, high, measured)");
        if (!(low <= predicted && predicted <= high))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The prediction {predicted} lies outside its own interval {low} to {high}; give the ends in order around it."));
        }

        (Predicted, Low, High, Measured) = (predicted, low, high, measured);
    }

    /// <summary>Gets the prediction.</summary>
    public double Predicted { get; }

    /// <summary>Gets the lower end of its interval.</summary>
    public double Low { get; }

    /// <summary>Gets the upper end of its interval.</summary>
    public double High { get; }

    /// <summary>Gets the measured value, or null.</summary>
    public double? Measured { get; }
}
