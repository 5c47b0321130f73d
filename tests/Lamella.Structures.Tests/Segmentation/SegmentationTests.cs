using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;
using Lamella.Structures.Generation;
using Lamella.Structures.Images;
using Lamella.Structures.Segmentation;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Segmentation;

[Trait("Level", "reference")]
public sealed class SegmentationTests
{
    private static readonly double[] Greys = [60.0, 120.0, 180.0];

    [Theory]
    [InlineData(GreyFilter.Median, SegmentationMethod.Thresholds)]
    [InlineData(GreyFilter.NonLocalMeans, SegmentationMethod.Thresholds)]
    [InlineData(GreyFilter.NonLocalMeans, SegmentationMethod.Watershed)]
    public void Run_NoisyImageOfThreePhases_FindsThem(GreyFilter filter, SegmentationMethod method)
    {
        LabelVolume truth = Truth();
        SegmentationResult found = Segmenter.Run(Image(truth, 15.0), new SegmentationOptions { Filter = filter, Method = method });

        Agreement(found.Volume, truth).ShouldBeGreaterThan(0.95);
        found.Phases.Select(phase => phase.Name).ShouldBe(["pore", "polymer", "ceramic"]);
        for (int k = 0; k < 3; k++)
        {
            found.Phases[k].MeanGrey.ShouldBe(Greys[k], 6.0);
            double real = truth.Count()[k] / (double)truth.Extent.Count;
            found.Phases[k].Fraction.ShouldBe(real, 0.03);
            found.Phases[k].Low.ShouldBeLessThan(found.Phases[k].Fraction);
            found.Phases[k].High.ShouldBeGreaterThan(found.Phases[k].Fraction);
        }
    }

    [Fact]
    public void Run_Filtered_BeatsTheRawImage()
    {
        LabelVolume truth = Truth();
        GreyVolume image = Image(truth, 25.0);
        double Found(GreyFilter filter) => Agreement(Segmenter.Run(image, new SegmentationOptions { Filter = filter }).Volume, truth);

        double raw = Found(GreyFilter.None);
        Found(GreyFilter.Median).ShouldBeGreaterThan(raw + 0.05);
        Found(GreyFilter.NonLocalMeans).ShouldBeGreaterThan(raw + 0.05);
    }

    [Fact]
    public void Run_MovedThresholds_ReachTheEndsOfTheInterval()
    {
        GreyVolume image = Image(Truth(), 15.0);
        SegmentationResult found = Segmenter.Run(image, new SegmentationOptions { ThresholdUncertainty = 0.2 });
        double gap = 0.2 * (found.Phases[2].MeanGrey - found.Phases[1].MeanGrey);
        SegmentationResult less = Segmenter.Run(image, new SegmentationOptions { Thresholds = [found.Thresholds[0], found.Thresholds[1] + gap] });

        less.Phases[2].Fraction.ShouldBe(found.Phases[2].Low, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Otsu_AnyClasses_AreTheBestOfAllThresholds(int classes)
    {
        var generator = new SeededGenerator(31);
        long[] counts = [.. Enumerable.Range(0, 24).Select(_ => (long)generator.NextBelow(100))];
        int[] found = [.. Otsu.Thresholds(new GreyHistogram(0.0, 1.0, [.. counts]), classes)];

        Between(counts, found).ShouldBe(All(24, classes - 1, 1).Max(cuts => Between(counts, cuts)), 1e-6);
    }

    [Fact]
    public void Otsu_EmptyBinsBetweenClasses_CutsInTheirMiddle()
    {
        long[] counts = new long[30];
        (counts[4], counts[5], counts[20], counts[21]) = (10, 10, 10, 10);

        Otsu.Thresholds(new GreyHistogram(0.0, 1.0, [.. counts]), 2).ShouldBe([13]);
    }

    [Fact]
    public void Median_LoneBrightVoxel_Vanishes()
    {
        ushort[] values = new ushort[125];
        Array.Fill(values, (ushort)50);
        values[62] = 60_000;

        MedianFilter.Run(new GreyVolume(new LatticeExtent(5, 5, 5), VoxelSize.Cube(1.0), values)).Values.ShouldAllBe(value => value == 50);
    }

    [Fact]
    public void NonLocalMeans_OfNoise_EstimatesAndReducesIt()
    {
        GreyVolume image = Image(new LabelVolume(new LatticeExtent(24, 24, 24), VoxelSize.Cube(1.0), new byte[24 * 24 * 24]), 10.0);

        NonLocalMeans.Noise(image).ShouldBe(10.0, 0.8);
        Deviation(NonLocalMeans.Run(image).Values).ShouldBeLessThan(0.35 * Deviation(image.Values));
    }

    [Theory]
    [InlineData(GreyFilter.Median)]
    [InlineData(GreyFilter.NonLocalMeans)]
    public void Run_AnyNumberOfThreads_GivesTheSameLabels(GreyFilter filter)
    {
        GreyVolume image = Image(Truth(), 20.0);
        ushort[] Labels(int threads) => Segmenter.Run(image, new SegmentationOptions { Filter = filter, Threads = threads }).Volume.ToWords();

        Labels(3).ShouldBe(Labels(1));
    }

    [Fact]
    public void Watershed_TwoMarkers_MeetAtTheEdge()
    {
        ushort[] values = [.. Enumerable.Range(0, 20).Select(k => (ushort)(k < 13 ? 10 : 200))];
        byte[] markers = new byte[20];
        Array.Fill(markers, MarkerWatershed.Unmarked);
        (markers[0], markers[19]) = (0, 1);
        byte[] found = MarkerWatershed.Run(new GreyVolume(new LatticeExtent(20, 1, 1), VoxelSize.Cube(1.0), values), markers);

        found.Count(label => label == 0).ShouldBeInRange(12, 14);
        found.ShouldBe(found.Order());
    }

    [Theory]
    [InlineData("there are 1 phases", 1, 0)]
    [InlineData("3 thresholds are given for 3 phases", 3, 3)]
    public void Run_ImpossibleOption_IsRefused(string said, int phases, int thresholds)
    {
        var options = new SegmentationOptions
        {
            Phases = [.. Enumerable.Range(0, phases).Select(k => $"phase {k}")], Thresholds = [.. Enumerable.Range(0, thresholds).Select(k => (double)k)],
        };

        Should.Throw<InputException>(() => Segmenter.Run(Image(Truth(), 5.0), options)).Message.ShouldContain(said);
    }

    [Theory]
    [InlineData(GreyFilter.Median)]
    [InlineData(GreyFilter.NonLocalMeans)]
    public void Run_LongFilter_TellsHowFarItIsAndStopsWhenCancelled(GreyFilter filter)
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<double>();
        var progress = new Told((step, share) =>
        {
            told.Add(share);
            if (step == "filtering" && share > 0.3)
            {
                cancellation.Cancel();
            }
        });

        Should.Throw<OperationCanceledException>(() => Segmenter.Run(Image(Truth(), 9.0), new SegmentationOptions { Filter = filter }, progress, cancellation.Token));
        told.ShouldBe(told.Order());
        told.Count(share => share is > 0.1 and < 0.7).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Run_ImageOfOneGrey_SaysThatAPhaseWouldBeEmpty() =>
        Should.Throw<InputException>(() => Segmenter.Run(new GreyVolume(new LatticeExtent(4, 4, 4), VoxelSize.Cube(1.0), new ushort[64])))
            .Message.ShouldContain("a phase would be empty");

    [Fact]
    public void Preview_OfTwoHalves_DrawsOneLineBetweenThem()
    {
        // Voxels twice as tall as wide: 10 columns of 12 pixels, 5 rows of 24.
        var size = new VoxelSize(1.0, 1.0, 2.0);
        LabelVolume halves = TestVolumes.Make(10, 10, 5, (x, _, _) => x < 4 ? 0 : 1, size);
        var image = new GreyVolume(halves.Extent, size, [.. Enumerable.Range(0, 500).Select(k => (ushort)(k % 10 < 4 ? 50 : 150))]);

        Picture picture = SegmentationPreview.Draw(image, halves);

        (picture.Width, picture.Height).ShouldBe(((3 * 120) + 12, 120));
        for (int column = 0; column < 120; column++)
        {
            PixelColour expected = column == 47 ? VolumePicture.Colour(1) : column < 47 ? new PixelColour(0, 0, 0) : new PixelColour(255, 255, 255);

            picture[column, 60].ShouldBe(expected);
            picture[column + 126, 119].ShouldBe(expected);
        }

        picture[252, 30].ShouldBe(new PixelColour(255, 255, 255)); // the slice across x lies in the brighter half
    }

    private static LabelVolume Truth() => new LevelCutField
    {
        Box = VoxelBox.Cube(40, 1e-6), Phases = [new("pore", 0.2), new("polymer", 0.35), new("ceramic", 0.45)], LengthX = 14e-6, Seed = 77,
    }.Generate().Volume;

    private static GreyVolume Image(LabelVolume truth, double noise)
    {
        var generator = new SeededGenerator(5);
        ushort[] values = [.. Enumerable.Range(0, (int)truth.Extent.Count).Select(k => (ushort)Math.Clamp(Math.Round(Greys[truth[k]] + (noise * generator.NextNormal())), 0.0, 255.0))];
        return new GreyVolume(truth.Extent, truth.Size, values);
    }

    private static double Agreement(LabelVolume found, LabelVolume truth) =>
        Enumerable.Range(0, (int)truth.Extent.Count).Count(k => found[k] == truth[k]) / (double)truth.Extent.Count;

    private static double Deviation(ushort[] values)
    {
        double mean = values.Average(value => (double)value);
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Between(long[] counts, int[] cuts)
    {
        int[] ends = [0, .. cuts, counts.Length];
        double sum = 0.0;
        for (int k = 1; k < ends.Length; k++)
        {
            double number = counts[ends[k - 1]..ends[k]].Sum(), moment = Enumerable.Range(ends[k - 1], ends[k] - ends[k - 1]).Sum(bin => bin * (double)counts[bin]);
            sum += number > 0.0 ? moment * moment / number : 0.0;
        }

        return sum;
    }

    private static IEnumerable<int[]> All(int bins, int cuts, int first) => cuts == 0
        ? [[]]
        : from cut in Enumerable.Range(first, bins - first) from rest in All(bins, cuts - 1, cut + 1) select (int[])[cut, .. rest];

    private sealed class Told(Action<string, double> tell) : IProgress<(string Step, double Fraction)>
    {
        public void Report((string Step, double Fraction) value) => tell(value.Step, value.Fraction);
    }
}
