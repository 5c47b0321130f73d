using System.Collections.Immutable;
using Lamella.Numerics.Lattice;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Makes the page of a conduction report: what was found, what the structure looks like, where the current crowds.</summary>
internal static class ConductionPage
{
    private const double MilliSiemensPerCentimetre = 0.1; // [S/m]
    private const double CoarseVoxels = 0.05;

    /// <summary>Makes the page.</summary>
    internal static Dossier Of(ConductionReport report, StructurePicture picture, string version)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(report.Request.VolumeFile));
        LatticeExtent n = report.Extent;
        VoxelSize size = report.Request.VoxelSize;
        ImmutableArray<Section> sections =
        [
            Found(report),
            StructureSection.Of(report, picture),
            .. picture.Directions.IsEmpty ? [] : new[] { CurrentSection.Of(report, picture) },
            new Section("Warnings", [new WarningsBlock(Warnings(report))]),
        ];
        return new Dossier($"Conduction through {name}", new DossierProvenance(version, picture.InputHash, [ModelRevision.Parse(ConductionReport.Model)]), sections)
        {
            Subtitle = FormattableString.Invariant(
                $"{n.Nx} × {n.Ny} × {n.Nz} voxels of {Micrometres(size.X)} × {Micrometres(size.Y)} × {Micrometres(size.Z)} µm, {Words(report.Request.Boundary)}."),
        };
    }

    /// <summary>Writes a conductivity in mS/cm.</summary>
    internal static string Conductivity(double value) => ReportNumber.Significant(value / MilliSiemensPerCentimetre, 4);

    /// <summary>Names an axis.</summary>
    internal static string Axis(int axis) => axis == 0 ? "x" : axis == 1 ? "y" : "z";

    private static string Micrometres(double metres) => FormattableString.Invariant($"{1e6 * metres:G4}");

    private static string Words(ConductionBoundary boundary) => boundary switch
    {
        ConductionBoundary.PeriodicSides => "electrodes at both faces, opposite sides neighbours",
        ConductionBoundary.Periodic => "repeated along every axis",
        _ => "electrodes at both faces, no current through the sides",
    };

    private static Section Found(ConductionReport report)
    {
        ImmutableArray<Block> blocks =
        [
            new StatisticsBlock([.. report.Result.Directions.Select(direction => new KeyValue(
                $"Along {Axis(direction.Axis)}", Conductivity(direction.Conductivity), "mS/cm", direction.Reason ?? $"tortuosity factor {ReportNumber.Significant(direction.TortuosityFactor, 4)}"))]),
            Directions(report.Result),
            Phases(report),
            .. report.Result.Tensor.IsEmpty ? [] : new[] { Tensor(report.Result) },
            .. report.Mixed is { } mixed ? new[] { Electronic(mixed) } : [],
        ];
        return new Section("What was found", blocks)
        {
            Lead = "Effective conductivities, state: effective in host. They belong to the whole volume with everything in it, not to one of its phases.",
        };
    }

    private static TableBlock Directions(ConductionResult result) => new(
        "Each direction with its errors. The error of the iteration is a bound; that of the voxels is the change when the resolution is halved",
        [
            Column.Text("Field along"), Column.Number("Effective", "mS/cm"), Column.Number("From first face", "mS/cm"), Column.Number("From last face", "mS/cm"),
            Column.Number("Error of iteration", "%"), Column.Number("Error of voxels", "%"), Column.Number("Tortuosity factor", null),
            Column.Number("Connected", "vol%"), Column.Number("Iterations", null),
        ],
        [
            .. result.Directions.Select(d => new TableRow(
                Axis(d.Axis), Conductivity(d.Conductivity), Conductivity(d.ConductivityIn), Conductivity(d.ConductivityOut),
                ReportNumber.Significant(100.0 * d.AlgebraicError, 2), ReportNumber.Significant(100.0 * (d.DiscretisationError ?? double.NaN), 2),
                ReportNumber.Significant(d.TortuosityFactor, 4), ReportNumber.Fixed(100.0 * d.ConnectedFraction, 2), $"{d.Iterations}")),
        ]);

    private static TableBlock Phases(ConductionReport report) => new(
        "What went in",
        [
            Column.Text("Phase"), Column.Number("Fraction", "vol%"), Column.Number("Conductivity along x, y, z", "mS/cm"),
            .. report.Mixed is null ? Array.Empty<Column>() : [Column.Number("Electronic", "mS/cm")],
            Column.Number("Boundary", "Ω·cm²"),
        ],
        [
            .. report.Request.Phases.Select((phase, k) => new TableRow(
            [
                phase.Name,
                ReportNumber.Fixed(100.0 * report.Result.Fractions[k], 2),
                Along(phase.Conductivity),
                .. report.Mixed is null ? Array.Empty<Cell>() : [Along(report.Request.Electronic[k])],
                phase.GrainBoundaryResistance > 0.0 ? ReportNumber.Significant(1e4 * phase.GrainBoundaryResistance, 3) : "–",
            ])),
            .. report.Request.Interfaces.Select(between => new TableRow(
            [
                $"{between.First} | {between.Second}",
                "–",
                between.SheetConductance > 0.0 ? $"{ReportNumber.Significant(1e9 * between.SheetConductance, 3)} nS along it" : "–",
                .. report.Mixed is null ? Array.Empty<Cell>() : ["–"],
                between.Resistance > 0.0 ? ReportNumber.Significant(1e4 * between.Resistance, 3) : "–",
            ])),
        ]);

    /// <summary>Writes one conductivity, or three where they differ.</summary>
    private static string Along(PhaseConductivity value) => value == PhaseConductivity.Insulator ? "insulator"
        : value == PhaseConductivity.Isotropic(value.X) ? Conductivity(value.X) : $"{Conductivity(value.X)}, {Conductivity(value.Y)}, {Conductivity(value.Z)}";

    private static TableBlock Tensor(ConductionResult result) => new(
        "The conductivity tensor: mean current density along the row for a field along the column",
        [Column.Text(string.Empty), Column.Number("x", "mS/cm"), Column.Number("y", "mS/cm"), Column.Number("z", "mS/cm")],
        [
            .. Enumerable.Range(0, 3).Select(row => new TableRow(
                Axis(row), Conductivity(result.Tensor[3 * row]), Conductivity(result.Tensor[(3 * row) + 1]), Conductivity(result.Tensor[(3 * row) + 2]))),
        ]);

    private static TableBlock Electronic(MixedConduction mixed) => new(
        "The network of the electrons beside that of the ions; interfaces do not hold electrons up",
        [Column.Text("Field along"), Column.Number("Electronic", "mS/cm"), Column.Number("Ionic", "mS/cm"), Column.Number("Share of electrons", "%"), Column.Number("Connected", "vol%")],
        [
            .. mixed.Electronic.Directions.Select((electrons, k) => new TableRow(
                Axis(electrons.Axis), Conductivity(electrons.Conductivity), Conductivity(mixed.Ionic.Directions[k].Conductivity),
                ReportNumber.Significant(100.0 * electrons.Conductivity / (electrons.Conductivity + mixed.Ionic.Directions[k].Conductivity), 3),
                ReportNumber.Fixed(100.0 * electrons.ConnectedFraction, 2))),
        ]);

    private static ImmutableArray<ReportWarning> Warnings(ConductionReport report)
    {
        var warnings = ImmutableArray.CreateBuilder<ReportWarning>();
        foreach (DirectionResult direction in report.Result.Directions)
        {
            string axis = Axis(direction.Axis);
            if (direction.Reason is { } reason)
            {
                warnings.Add(new ReportWarning(Severity.Caution, $"The conductivity along {axis} is zero: {reason}."));
            }

            if (!direction.Converged)
            {
                warnings.Add(new ReportWarning(
                    Severity.Serious,
                    $"Along {axis} the currents through both faces do not agree to the tolerance asked for.",
                    $"They amount to {Conductivity(direction.ConductivityIn)} and {Conductivity(direction.ConductivityOut)} mS/cm. Contrasts above 1e9 are at the limit of double precision; ask for a wider tolerance."));
            }

            if (direction.DiscretisationError is > CoarseVoxels)
            {
                warnings.Add(new ReportWarning(
                    Severity.Caution,
                    $"Along {axis} the result changes by {ReportNumber.Significant(100.0 * direction.DiscretisationError.Value, 2)} % when the resolution is halved.",
                    "The voxels are coarse against the structure; use finer ones, or extrapolate over two resolutions."));
            }
        }

        return warnings.ToImmutable();
    }
}
