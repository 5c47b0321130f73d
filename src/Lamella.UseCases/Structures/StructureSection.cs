using System.Collections.Immutable;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>The structure to look at: slices, the small copy that turns, the phases along each axis.</summary>
internal static class StructureSection
{
    // Of the page's series colours, in their order, so that a phase has one colour everywhere; insulators come in greys.
    private static readonly ImmutableArray<Rgb> Colours =
    [
        new(0x24, 0x59, 0xa9), new(0xc4, 0x53, 0x2f), new(0x2a, 0x8a, 0x6a), new(0xb0, 0x7a, 0x10), new(0x7a, 0x4e, 0xa6), new(0x2e, 0x93, 0xb3), new(0xab, 0x44, 0x70),
    ];

    /// <summary>Makes the section.</summary>
    internal static Section Of(ConductionReport report, StructurePicture picture)
    {
        ImmutableArray<ImageColour> legend = Legend(report);
        VoxelSize size = report.Request.VoxelSize;
        (double X, double Y, double Z) edges = (
            size.X * report.Extent.Nx / picture.CopyExtent.Nx, size.Y * report.Extent.Ny / picture.CopyExtent.Ny, size.Z * report.Extent.Nz / picture.CopyExtent.Nz);
        var volume = new VolumeBlock(
            "The volume",
            "Drag it or use the arrow keys to turn it; click a phase to hide or show it. A thinned copy of the volume, edges to scale.",
            (picture.CopyExtent.Nx, picture.CopyExtent.Ny, picture.CopyExtent.Nz),
            edges,
            picture.Copy,
            legend)
        {
            Hidden = [.. Enumerable.Range(0, legend.Length).Where(phase => legend.Length > 1 && IsInsulator(report, phase))],
        };
        return new Section(
            "The structure",
            [
                new ImageBlock("The middle planes; the second axis points upwards.", [.. picture.Slices.Select(slice => Slice(slice, size, legend))]) { Legend = legend },
                volume,
                new FigureBlock([.. Enumerable.Range(0, 3).Select(axis => Profile(report, picture, axis)).OfType<Figure>()]),
            ]);
    }

    /// <summary>Draws a slice of phases.</summary>
    internal static RasterImage Slice(PlaneSlice<byte> slice, VoxelSize size, ImmutableArray<ImageColour> legend) => new(
        $"Phases at the middle of {ConductionPage.Axis(slice.Across)}: {ConductionPage.Axis(slice.Horizontal)} to the right, {ConductionPage.Axis(slice.Vertical)} up",
        slice.Width,
        slice.Height,
        [.. slice.Values.Select(phase => (Rgb?)legend[phase].Colour)])
    {
        PixelAspect = size.Along(slice.Vertical) / size.Along(slice.Horizontal),
    };

    /// <summary>Gives every phase its colour.</summary>
    internal static ImmutableArray<ImageColour> Legend(ConductionReport report)
    {
        int conductors = 0, insulators = 0;
        return
        [
            .. Enumerable.Range(0, report.Request.Phases.Length).Select(phase => new ImageColour(
                report.PhaseName(phase),
                IsInsulator(report, phase) ? Grey(insulators++) : Colours[conductors++ % Colours.Length])),
        ];
    }

    private static bool IsInsulator(ConductionReport report, int phase) => report.Request.Phases[phase].Conductivity == default;

    /// <summary>The series colour that matches the legend: the page's last one is its grey.</summary>
    private static int Slot(ConductionReport report, int phase) => IsInsulator(report, phase)
        ? SeriesColour.SlotCount - 1
        : Enumerable.Range(0, phase).Count(before => !IsInsulator(report, before)) % Colours.Length;

    private static Rgb Grey(int number)
    {
        byte level = (byte)(0xd4 - (0x24 * (number % 4)));
        return new Rgb(level, level, level);
    }

    private static Figure? Profile(ConductionReport report, StructurePicture picture, int axis)
    {
        double edge = 1e6 * report.Request.VoxelSize.Along(axis);
        ImmutableArray<double> places = [.. Enumerable.Range(0, report.Extent.Along(axis)).Select(plane => (plane + 0.5) * edge)];
        return places.Length < 2 ? null : new Figure(
            $"Phases along {ConductionPage.Axis(axis)}",
            Axis.Linear($"Position along {ConductionPage.Axis(axis)}", "µm"),
            Axis.Linear("Fraction of the plane", "vol%"),
            [
                .. Enumerable.Range(0, report.Request.Phases.Length).Take(SeriesColour.SlotCount).Select(phase => new LineSeries(
                    report.PhaseName(phase), places, [.. picture.Profiles[axis][phase].Select(part => 100.0 * part)]) { Colour = SeriesColour.Slot(Slot(report, phase)) }),
            ])
        {
            Caption = "A trend here means that one conductivity does not describe the whole volume.",
        };
    }
}
