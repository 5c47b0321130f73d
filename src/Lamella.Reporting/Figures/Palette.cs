using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Reporting.Figures;

/// <summary>Turns colours of series into CSS; palette colours stay variables so that the page can be light or dark.</summary>
internal static class Palette
{
    /// <summary>Anchors of the ramp, chosen to be seen on white and on near-black alike.</summary>
    private static readonly (int R, int G, int B)[] Ramp =
        [(0x4a, 0x63, 0xc9), (0x2f, 0x93, 0xb8), (0x36, 0xa1, 0x7c), (0xb0, 0x97, 0x2c), (0xdb, 0x76, 0x3a), (0xcf, 0x45, 0x5c)];

    /// <summary>Chooses a CSS colour for every series in order.</summary>
    internal static IReadOnlyList<string> Choose(ImmutableArray<Series> series)
    {
        var colours = new string[series.Length];
        int next = 0;
        for (int i = 0; i < series.Length; i++)
        {
            SeriesColour colour = series[i].Colour;
            bool isGiven = colour.IsInk || colour.PaletteSlot is not null || colour.RampPosition is not null;
            bool isObservation = series[i] is PointSeries { Role: PointRole.Measured or PointRole.Calibration };
            colours[i] = isGiven ? Css(colour) : isObservation ? Css(SeriesColour.Ink) : Css(SeriesColour.Slot(next++));
        }

        return colours;
    }

    private static string Css(SeriesColour colour) => colour switch
    {
        { PaletteSlot: { } slot } => string.Create(CultureInfo.InvariantCulture, $"var(--s{slot + 1})"),
        { RampPosition: { } position } => Hex(position),
        _ => "var(--ink)",
    };

    private static string Hex(double position)
    {
        double place = position * (Ramp.Length - 1);
        int low = Math.Min((int)place, Ramp.Length - 2);
        double part = place - low;
        int Mix(int a, int b) => (int)Math.Round(a + (part * (b - a)), MidpointRounding.AwayFromZero);
        (int r, int g, int b) = (Mix(Ramp[low].R, Ramp[low + 1].R), Mix(Ramp[low].G, Ramp[low + 1].G), Mix(Ramp[low].B, Ramp[low + 1].B));
        return string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
    }
}
