using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Tests.Linear;

/// <summary>Vector loops against plain ones, at every length around the width of a vector.</summary>
public sealed class KernelsTests
{
    [Fact]
    [Trait("Level", "reference")]
    public void Loops_EveryLength_AgreeWithPlainLoops()
    {
        for (int n = 0; n <= 35; n++)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(1.0 + (3.0 * i)))], y = [.. x.Select((_, i) => Math.Cos(2.0 * i))];
            double[] difference = new double[n], sum = [.. y];

            Kernels.ScaledDifference(x, y, 2.5, difference);
            Kernels.AddScaled(sum, -1.5, x);

            for (int i = 0; i < n; i++)
            {
                difference[i].ShouldBe(2.5 * (x[i] - y[i]), 1e-15);
                sum[i].ShouldBe(y[i] - (1.5 * x[i]), 1e-15);
            }

            Kernels.Dot(x, y).ShouldBe(x.Zip(y, (a, b) => a * b).Sum(), 1e-14);
            Kernels.Range(x).ShouldBe((x.DefaultIfEmpty(double.PositiveInfinity).Min(), x.DefaultIfEmpty(double.NegativeInfinity).Max()));
        }
    }
}
