using System.Numerics;
using Lamella.Analysis.Impedance.Relaxation;

namespace Lamella.Analysis.Tests.Impedance.Relaxation;

[Trait("Level", "identity")]
public sealed class RelaxationProcessTests
{
    private static readonly double[] LogOmega = [-3.0, 0.0, 2.0, 5.0];

    [Theory]
    [InlineData(0.8, 1.0)]
    [InlineData(0.6, 1.0)]
    [InlineData(0.9, 0.7)]
    [InlineData(0.7, 0.4)]
    public void Density_AnyShape_IntegratesToTheImpedance(double exponent, double skew)
    {
        var process = new RelaxationProcess(Math.Log(0.3), exponent, skew, skew < 1.0 ? RelaxationShape.SkewedArc : RelaxationShape.Arc);
        double[] value = new double[2 * LogOmega.Length];
        process.Fill(LogOmega, [1.0, 1.0, 1.0, 1.0], value, []);

        for (int i = 0; i < LogOmega.Length; i++)
        {
            Complex sum = Complex.Zero;
            const double Step = 2e-3;
            for (double x = -60.0; x < 60.0; x += Step)
            {
                sum += Step * process.Density(x) / new Complex(1.0, Math.Exp(LogOmega[i] + x));
            }

            sum.Real.ShouldBe(value[i], 1e-6);
            sum.Imaginary.ShouldBe(value[LogOmega.Length + i], 1e-6);
        }
    }

    [Theory]
    [InlineData(0.8, 1.0, RelaxationShape.Arc)]
    [InlineData(0.85, 0.6, RelaxationShape.SkewedArc)]
    [InlineData(1.0, 1.0, RelaxationShape.Diffusion)]
    public void Fill_AnyShape_HasTheSlopesOfDifferences(double exponent, double skew, RelaxationShape shape)
    {
        var process = new RelaxationProcess(Math.Log(0.3), exponent, skew, shape);
        double[] weight = [1.0, 2.0, 0.5, 3.0], value = new double[8], slopes = new double[8 * process.ParameterCount];
        process.Fill(LogOmega, weight, value, slopes);
        for (int k = 0; k < process.ParameterCount; k++)
        {
            double[] above = new double[8], below = new double[8];
            process.Moved(k, 1e-6).Fill(LogOmega, weight, above, []);
            process.Moved(k, -1e-6).Fill(LogOmega, weight, below, []);
            for (int i = 0; i < 8; i++)
            {
                slopes[(8 * k) + i].ShouldBe((above[i] - below[i]) / 2e-6, 1e-8);
            }
        }
    }

    [Fact]
    public void Fill_ExtremeFrequency_StaysFinite()
    {
        var process = new RelaxationProcess(0.0, 1.0, 0.5, RelaxationShape.SkewedArc);
        double[] value = new double[4], slopes = new double[12];

        process.Fill([-700.0, 700.0], [1.0, 1.0], value, slopes);

        value.Concat(slopes).ShouldAllBe(number => double.IsFinite(number));
        value[0].ShouldBe(1.0);
        value[1].ShouldBe(0.0, 1e-100);
    }
}
