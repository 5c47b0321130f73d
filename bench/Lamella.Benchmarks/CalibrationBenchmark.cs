using BenchmarkDotNet.Attributes;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies;
using Lamella.Studies.Calibration;

namespace Lamella.Benchmarks;

/// <summary>The calibrations of the shipped studies on one thread: derivatives carried along with the runs, against differences.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
[WarmupCount(1)]
[IterationCount(5)]
public class CalibrationBenchmark
{
    private Study study = null!;

    [Params("zheng2025-aiose", "li2024-qcpe", "yang2026-pgpe")]
    public string Example { get; set; } = null!;

    [GlobalSetup]
    public void Read()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Lamella.slnx")))
        {
            root = root.Parent;
        }

        string folder = Path.Combine(root?.FullName ?? ".", "examples", Example);
        study = Study.Read(folder, MaterialLibrary.LoadShipped(), FactLibrary.LoadShipped());
    }

    [Benchmark(Baseline = true)]
    public CalibrationResult Differences() => study.Calibrate(new CalibrationOptions { Threads = 1, CarryDerivatives = false });

    [Benchmark]
    public CalibrationResult CarriedDerivatives() => study.Calibrate(new CalibrationOptions { Threads = 1 });
}
