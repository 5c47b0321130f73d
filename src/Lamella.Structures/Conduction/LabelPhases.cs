using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>The phase of each voxel, looked up from its label.</summary>
internal sealed class LabelPhases
{
    private readonly LabelVolume _volume;
    private readonly int[] _phaseOfLabel;

    internal LabelPhases(ConductionProblem problem) =>
        (_volume, _phaseOfLabel) = (problem.Volume, PhaseClasses.PhaseOfLabels(problem, problem.Volume.Count()));

    internal int this[long voxel] => _phaseOfLabel[_volume[voxel]];
}
