using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lamella.Core.Measurements;

namespace Lamella.Cli.Printing;

/// <summary>Sketches a measurement with the dots of Braille characters, which every terminal with Unicode shows.</summary>
/// <remarks>A character holds 2 x 4 dots. Spectra have equal scales on both axes; a dot is about as wide as high.</remarks>
internal static class SignalSketch
{
    private const int Columns = 64, Rows = 12, DotsWide = 2, DotsHigh = 4;
    private const char Blank = '\u2800';

    private static readonly byte[,] DotBits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>Draws a measurement.</summary>
    /// <param name="measurement">A time series as V(t), a spectrum as -Z'' over Z', a sweep as I(V).</param>
    /// <returns>Lines of text, each ended.</returns>
    internal static string Draw(Measurement measurement) => measurement switch
    {
        TimeSeries series => Draw(series.Time, "t", "s", series.Voltage, "V", "V", isEqual: false),
        Spectrum spectrum => Draw(spectrum.Real, "Z'", "ohm", spectrum.NegativeImaginary, "-Z''", "ohm", isEqual: true),
        Sweep sweep => Draw(sweep.Voltage, "V", "V", sweep.Current, "I", "A", isEqual: false),
        _ => string.Empty,
    };

    private static string Draw(ImmutableArray<double> x, string xName, string xUnit, ImmutableArray<double> y, string yName, string yUnit, bool isEqual)
    {
        if (x.IsEmpty)
        {
            return string.Empty;
        }

        (double left, double right, double low, double high) = (x.Min(), x.Max(), y.Min(), y.Max());
        if (isEqual)
        {
            // The same length per dot on both axes: the wider need decides.
            double perDot = Math.Max((right - left) / ((Columns * DotsWide) - 1), (high - low) / ((Rows * DotsHigh) - 1));
            (right, high) = (left + (perDot * ((Columns * DotsWide) - 1)), low + (perDot * ((Rows * DotsHigh) - 1)));
        }

        byte[,] dots = new byte[Rows, Columns];
        (int Column, int Row) last = default;
        for (int i = 0; i < x.Length; i++)
        {
            (int Column, int Row) next = (Place(x[i], left, right, Columns * DotsWide), (Rows * DotsHigh) - 1 - Place(y[i], low, high, Rows * DotsHigh));
            Line(dots, isEqual || i == 0 ? next : last, next); // the points of a spectrum stand alone
            last = next;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{yName} from {low:G5} to {high:G5} {yUnit} over {xName} from {left:G5} to {right:G5} {xUnit}\n");
        for (int row = 0; row < Rows; row++)
        {
            text.Append("  |");
            for (int column = 0; column < Columns; column++)
            {
                text.Append((char)(Blank + dots[row, column]));
            }

            text.Append('\n');
        }

        return text.Append("  +").Append('-', Columns).Append('\n').ToString();
    }

    private static void Line(byte[,] dots, (int Column, int Row) from, (int Column, int Row) to)
    {
        int steps = Math.Max(1, Math.Max(Math.Abs(to.Column - from.Column), Math.Abs(to.Row - from.Row)));
        for (int step = 0; step <= steps; step++)
        {
            int column = from.Column + ((to.Column - from.Column) * step / steps), row = from.Row + ((to.Row - from.Row) * step / steps);
            dots[row / DotsHigh, column / DotsWide] |= DotBits[row % DotsHigh, column % DotsWide];
        }
    }

    private static int Place(double value, double least, double most, int dots) =>
        most > least ? (int)Math.Clamp(Math.Round((value - least) / (most - least) * (dots - 1)), 0, dots - 1) : dots / 2;
}
