using BenchmarkDotNet.Running;
using Lamella.Benchmarks;

if (args is [ConductionTable.Word, .. var sizes])
{
    ConductionTable.Print(sizes);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
