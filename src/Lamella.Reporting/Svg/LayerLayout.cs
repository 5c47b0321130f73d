using System.Collections.Immutable;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Svg;

/// <summary>How a layer is drawn.</summary>
internal enum LayerForm
{
    /// <summary>To scale.</summary>
    ToScale,

    /// <summary>Shortened, with a break.</summary>
    Broken,

    /// <summary>Widened, because nothing would be seen of it.</summary>
    Widened,
}

/// <summary>A layer with its place in the drawing, in drawing units from the top.</summary>
internal readonly record struct PlacedLayer(DrawnLayer Layer, LayerForm Form, double Top, double Height, double LabelCentre);

/// <summary>Decides what of a cell is drawn to scale, what is broken and what is widened.</summary>
internal sealed record LayerLayout(ImmutableArray<PlacedLayer> Layers, double Scale, double Height)
{
    /// <summary>A layer below this part of the thickest one makes the drawing break thick layers [–].</summary>
    internal const double VisiblePart = 1.0 / 60.0;

    /// <summary>A layer below this part of the thickest one is widened: breaking for it would squeeze all others [–].</summary>
    internal const double WidenedPart = 1.0 / 600.0;

    private const double LabelPitch = 40.0;

    /// <summary>Gets a value indicating whether every layer is to scale.</summary>
    internal bool IsToScale => Layers.All(l => l.Form == LayerForm.ToScale);

    /// <summary>Places the layers.</summary>
    internal static LayerLayout Of(ImmutableArray<DrawnLayer> layers)
    {
        double thickest = layers.Max(l => l.Thickness);
        double thinnestShown = layers.Where(l => l.Thickness >= WidenedPart * thickest).Min(l => l.Thickness);
        double cap = thinnestShown < VisiblePart * thickest ? thinnestShown / VisiblePart : thickest; // [m]
        double widened = VisiblePart * cap; // [m]
        (LayerForm Form, double Drawn)[] drawn = [.. layers.Select(l =>
            l.Thickness < WidenedPart * thickest ? (LayerForm.Widened, widened)
            : l.Thickness > cap ? (LayerForm.Broken, cap)
            : (LayerForm.ToScale, l.Thickness))];

        double height = Math.Max(260.0, LabelPitch * layers.Length);
        double scale = height / drawn.Sum(d => d.Drawn); // [drawing units per m]
        double[] tops = new double[layers.Length];
        for (int i = 1; i < tops.Length; i++)
        {
            tops[i] = tops[i - 1] + (scale * drawn[i - 1].Drawn);
        }

        double[] labels = SpreadLabels([.. tops.Select((top, i) => top + (0.5 * scale * drawn[i].Drawn))], height);
        return new LayerLayout(
            [.. layers.Select((l, i) => new PlacedLayer(l, drawn[i].Form, tops[i], scale * drawn[i].Drawn, labels[i]))], scale, height);
    }

    /// <summary>Chooses the longest round length of at most a third of the drawing.</summary>
    /// <returns>The length [m].</returns>
    internal double ScaleBar()
    {
        double most = Height / 3.0 / Scale, decade = Math.Pow(10.0, Math.Floor(Math.Log10(most)));
        return decade * (most / decade) switch { >= 5.0 => 5.0, >= 2.0 => 2.0, _ => 1.0 };
    }

    /// <summary>Moves labels apart as little as their pitch needs, first downwards and then up from the lower edge.</summary>
    private static double[] SpreadLabels(double[] centres, double height)
    {
        double half = 0.5 * LabelPitch;
        for (int i = 0; i < centres.Length; i++)
        {
            centres[i] = Math.Max(centres[i], i == 0 ? half : centres[i - 1] + LabelPitch);
        }

        for (int i = centres.Length - 1; i >= 0; i--)
        {
            centres[i] = Math.Min(centres[i], i == centres.Length - 1 ? height - half : centres[i + 1] - LabelPitch);
        }

        return centres;
    }
}
