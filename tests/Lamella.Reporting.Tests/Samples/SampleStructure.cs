using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Samples;

/// <summary>A small page with pictures and a volume; apart from the dossier, whose snapshot holds no compressed bytes.</summary>
internal static class SampleStructure
{
    internal static readonly Rgb Red = new(250, 10, 20);
    internal static readonly Rgb Blue = new(10, 20, 250);

    internal static Dossier Create() => new(
        "A structure",
        new DossierProvenance("1", "hash", [new ModelRevision("m", "1")]),
        [new Section("Look", [new ImageBlock("A slice <b>", [new RasterImage("slice", 1, 1, [Red])]), Volume((x, _, _) => x % 2)])]);

    internal static VolumeBlock Volume(Func<int, int, int, int> part) => new(
        "A cube",
        "Eight voxels along each axis.",
        (8, 8, 8),
        (1.0, 1.0, 1.0),
        [.. Enumerable.Range(0, 512).Select(k => (byte)part(k % 8, k / 8 % 8, k / 64))],
        [new ImageColour("red", Red), new ImageColour("blue", Blue)]);
}
