using System.Buffers.Binary;
using System.IO.Compression;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Html;
using Lamella.Reporting.Tests.Samples;
using static Lamella.Reporting.Tests.Samples.SampleStructure;

namespace Lamella.Reporting.Tests.Html;

[Trait("Level", "unit")]
public sealed class PictureHtmlTests
{
    [Fact]
    public void Encode_Picture_ReadsBackPixelByPixel()
    {
        var image = new RasterImage("two rows", 3, 2, [Red, null, Blue, Blue, Red, null]);

        (int width, int height, byte[] pixels) = Decode(PngImage.Encode(image));

        (width, height).ShouldBe((3, 2));
        byte[] expected = [250, 10, 20, 255, 0, 0, 0, 0, 10, 20, 250, 255, 10, 20, 250, 255, 250, 10, 20, 255, 0, 0, 0, 0];
        pixels.ShouldBe(expected);
    }

    [Fact]
    public void Encode_Chunks_CarryTheChecksumOfTheFormat()
    {
        byte[] file = PngImage.Encode(new RasterImage("one", 1, 1, [Red]));

        // Every PNG file ends with the same empty chunk, whose checksum is well known.
        file[^12..].ShouldBe(new byte[] { 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82 });
    }

    [Fact]
    public void Draw_VolumeOfOnePart_IsAHexagonOfThreeShades()
    {
        VolumeBlock volume = Volume((_, _, _) => 0);

        RasterImage drawn = VolumeView.Draw(volume, 60);

        drawn.Pixels.Where(pixel => pixel is not null).Distinct().Count().ShouldBe(3);
        drawn.Pixels[0].ShouldBeNull();
        drawn.Pixels[(30 * 60) + 30].ShouldNotBeNull();
    }

    [Fact]
    public void Draw_HiddenPart_ShowsWhatLiesBehind()
    {
        VolumeBlock volume = Volume((x, y, z) => x is >= 3 and < 5 && y is >= 3 and < 5 && z is >= 3 and < 5 ? 1 : 0) with { Hidden = [0] };

        RasterImage drawn = VolumeView.Draw(volume, 60);

        drawn.Pixels[(30 * 60) + 30]!.Value.Blue.ShouldBeGreaterThan(drawn.Pixels[(30 * 60) + 30]!.Value.Red);
        drawn.Pixels.Count(pixel => pixel is not null).ShouldBeInRange(20, 400);
    }

    [Fact]
    public void Write_PageWithVolumeAndPictures_AllowsTheScriptAndCarriesTheData()
    {
        string page = Page(interactive: true), still = Page(interactive: false);

        page.ShouldContain("<figure id=\"fig-1\" class=\"pictures\">");
        page.ShouldContain("class=\"volume-data\"");
        page.ShouldContain("\"shape\":[8,8,8]");
        page.ShouldContain("img-src data:");
        still.ShouldNotContain("volume-data");
        still.ShouldContain("data:image/png;base64,");
        still.ShouldContain("Figure 2.");
    }

    [Fact]
    public void Constructor_ImpossibleVolumeOrPicture_Throws()
    {
        Should.Throw<ArgumentException>(() => new RasterImage("few", 2, 2, [Red]));
        Should.Throw<ArgumentException>(() => new ImageBlock("none", []));
        Should.Throw<ArgumentException>(() => new VolumeBlock("v", "c", (1, 1, 2), (1.0, 1.0, 1.0), [0, 3], [new ImageColour("a", Red)]));
        Should.Throw<ArgumentException>(() => new VolumeBlock("v", "c", (1, 1, 1), (0.0, 1.0, 1.0), [0], [new ImageColour("a", Red)]));
    }

    private static string Page(bool interactive)
    {
        using var writer = new StringWriter();
        DossierHtml.Write(SampleStructure.Create(), writer, new DossierHtmlOptions { Interactive = interactive });
        string page = writer.ToString();
        page.ShouldNotContain("<b>Figure 1.</b> A slice <b>");
        return page;
    }

    private static (int Width, int Height, byte[] Pixels) Decode(byte[] file)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using var inflate = new ZLibStream(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        inflate.CopyTo(plain);
        byte[] rows = plain.ToArray();
        byte[] pixels = [.. Enumerable.Range(0, height).SelectMany(row => rows.AsSpan((row * ((4 * width) + 1)) + 1, 4 * width).ToArray())];
        return (width, height, pixels);
    }
}
