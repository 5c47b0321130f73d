using System.Collections.Immutable;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Where the current crowds: slices of its density, its distribution, profiles of potential and power.</summary>
internal static class CurrentSection
{
    // From no current to the strongest; dark to light, so that it also reads in greys.
    private static readonly (double Red, double Green, double Blue)[] Heat =
        [(8, 6, 30), (70, 15, 105), (150, 40, 100), (215, 75, 60), (248, 150, 25), (250, 240, 150)];

    /// <summary>Makes the section.</summary>
    internal static Section Of(ConductionReport report, StructurePicture picture)
    {
        ImmutableArray<ImageColour> legend =
            [.. Enumerable.Range(0, 5).Select(quarter => 0.25 * quarter).Select(part => new ImageColour(part == 0.0 ? "none" : $"{ReportNumber.Fixed(part, 2)} of the scale", Colour(part)))];
        return new Section(
            "Where the current crowds",
            [
                new ImageBlock(
                    "Current density in a middle plane that holds the axis of the field. The scale ends at the value that 1 % of the conducting volume exceeds; grey carries no current.",
                    [.. picture.Directions.Select(direction => Slice(direction, report.Request.VoxelSize))])
                { Legend = legend },
                Percentiles(picture),
                new FigureBlock([.. picture.Directions.SelectMany(Distributions)]),
                new FigureBlock([.. picture.Directions.Where(direction => direction.PowerProfile.Length > 1).SelectMany(direction => Profiles(direction, report.Request.VoxelSize))]),
                Shares(report, picture),
            ])
        {
            Lead = "Current densities are over the mean current density through the volume: 5 means five times as much as in a homogeneous layer.",
        };
    }

    private static RasterImage Slice(DirectionPicture direction, VoxelSize size)
    {
        PlaneSlice<float> slice = direction.Current;
        double full = direction.CurrentPercentiles[2];
        return new RasterImage(
            $"Field along {ConductionPage.Axis(direction.Axis)}: {ConductionPage.Axis(slice.Horizontal)} to the right, {ConductionPage.Axis(slice.Vertical)} up; full scale {ReportNumber.Significant(full, 3)} times the mean",
            slice.Width,
            slice.Height,
            [.. slice.Values.Select(value => (Rgb?)(value > 0.0f ? Colour(full > 0.0 ? value / full : 0.0) : new Rgb(0x80, 0x84, 0x82)))])
        {
            PixelAspect = size.Along(slice.Vertical) / size.Along(slice.Horizontal),
        };
    }

    private static Rgb Colour(double part)
    {
        double at = Math.Clamp(part, 0.0, 1.0) * (Heat.Length - 1);
        int below = Math.Min((int)at, Heat.Length - 2);
        double rest = at - below;
        (double red, double green, double blue) = (
            Heat[below].Red + (rest * (Heat[below + 1].Red - Heat[below].Red)),
            Heat[below].Green + (rest * (Heat[below + 1].Green - Heat[below].Green)),
            Heat[below].Blue + (rest * (Heat[below + 1].Blue - Heat[below].Blue)));
        return new Rgb((byte)red, (byte)green, (byte)blue);
    }

    private static TableBlock Percentiles(StructurePicture picture) => new(
        "Current density over its mean that a part of the conducting volume exceeds",
        [Column.Text("Field along"), Column.Number("Half", null), Column.Number("5 %", null), Column.Number("1 %", null), Column.Number("Largest", null)],
        [
            .. picture.Directions.Select(direction => new TableRow(
                [ConductionPage.Axis(direction.Axis), .. direction.CurrentPercentiles.Select(value => (Cell)ReportNumber.Significant(value, 3))])),
        ]);

    private static IEnumerable<Figure> Distributions(DirectionPicture direction)
    {
        int first = Math.Max(0, FirstUsed(direction) - 1), last = Math.Min(direction.CurrentClasses.Length, LastUsed(direction) + 2);
        ImmutableArray<double> classes = direction.CurrentClasses[first..last];
        yield return new Figure(
            $"Hot spots, field along {ConductionPage.Axis(direction.Axis)}",
            Axis.Logarithmic("Current density over its mean", Axis.Dimensionless),
            Axis.Linear("Part in each class", "%"),
            [
                new LineSeries("of the conducting volume", classes, direction.VolumeShares[first..last]) { Colour = SeriesColour.Slot(0) },
                new LineSeries("of the dissipated power", classes, direction.HeatShares[first..last]) { Colour = SeriesColour.Slot(1) },
            ])
        {
            Caption = "Twelve classes a decade; the outer ones hold what lies beyond. Where the second curve lies to the right of the first, few places dissipate most of the power.",
        };
    }

    private static int FirstUsed(DirectionPicture direction) =>
        Enumerable.Range(0, direction.VolumeShares.Length).FirstOrDefault(k => direction.VolumeShares[k] > 0.0);

    private static int LastUsed(DirectionPicture direction) =>
        Enumerable.Range(0, direction.VolumeShares.Length).LastOrDefault(k => direction.VolumeShares[k] > 0.0);

    private static IEnumerable<Figure> Profiles(DirectionPicture direction, VoxelSize size)
    {
        string axis = ConductionPage.Axis(direction.Axis);
        double edge = 1e6 * size.Along(direction.Axis);
        ImmutableArray<double> places = [.. Enumerable.Range(0, direction.PowerProfile.Length).Select(plane => (plane + 0.5) * edge)];
        double length = places.Length * edge;
        yield return new Figure(
            $"Potential along {axis}",
            Axis.Linear($"Position along {axis}", "µm"),
            Axis.Linear("Potential over the applied one", Axis.Dimensionless),
            [
                new LineSeries("conducting voxels, mean of a plane", places, direction.PotentialProfile) { Colour = SeriesColour.Slot(0) },
                new LineSeries("homogeneous volume", places, [.. places.Select(place => 1.0 - (place / length))]) { Colour = SeriesColour.Ink, Style = LineStyle.Dashed },
            ])
        { Caption = "Steps are bottlenecks." };
        yield return new Figure(
            $"Dissipated power along {axis}",
            Axis.Linear($"Position along {axis}", "µm"),
            Axis.Linear("Power per volume over its mean", Axis.Dimensionless),
            [new LineSeries("mean of a plane", places, direction.PowerProfile) { Colour = SeriesColour.Slot(1) }])
        { Caption = "Peaks are the planes that resist most." };
    }

    private static TableBlock Shares(ConductionReport report, StructurePicture picture) => new(
        "Part of the power that each phase dissipates; of an interface, half counts to each side",
        [Column.Text("Phase"), .. picture.Directions.Select(direction => Column.Number($"Field along {ConductionPage.Axis(direction.Axis)}", "%"))],
        [
            .. Enumerable.Range(0, report.Request.Phases.Length).Select(phase => new TableRow(
                [report.PhaseName(phase), .. picture.Directions.Select(direction => (Cell)ReportNumber.Significant(100.0 * direction.PowerShares[phase], 3))])),
        ]);
}
