using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>One solve: the vectors of the conjugate gradients around the multigrid hierarchy.</summary>
/// <typeparam name="T">Number type.</typeparam>
internal sealed unsafe class LatticeRun<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int FewestIterations = 3;

    // The error of the currents is the root of that of the power. Where the latter is far below the square of the tolerance
    // and the currents still disagree, rounding keeps them apart.
    private const double RoundingFloor = 1e-2;
    private const int MostIdle = 4;

    // A residual that rises this far above the least one, once the tolerance was in reach, is carried by rounding, or the iteration has
    // met a part of the error that it did not see before and needs to go on: after every restart it may rise by as much again.
    private const double Risen = 1e4;
    private const int MostRestarts = 3;
    private readonly LatticeOptions _options;
    private readonly PlaneSchedule _schedule;
    private readonly Multigrid<T> _multigrid;
    private readonly LatticeLevel<T> _level;
    private readonly LevelGrid _grid;
    private readonly LatticeArray<T> _potential;
    private readonly LatticeArray<T> _direction;
    private readonly LatticeEnds<T> _ends;
    private readonly double[] _sums;

    internal LatticeRun(LatticeNetwork network, LatticeOptions options, WorkerTeam team, CancellationToken cancellation)
    {
        _options = options;
        _schedule = new PlaneSchedule(team);
        _level = LevelFactory.Create<T>(network);
        _grid = _level.Grid;
        _ends = new LatticeEnds<T>(_grid, options.Axis);
        _multigrid = new Multigrid<T>(_level, _schedule, cancellation);
        _potential = new LatticeArray<T>(_grid.Length);
        _direction = new LatticeArray<T>(_grid.Length);
        _sums = new double[_grid.Nz];
    }

    private T* X => _potential.Start;

    private T* P => _direction.Start;

    private T* R => _level.F;

    /// <inheritdoc/>
    public void Dispose()
    {
        _multigrid.Dispose();
        _potential.Dispose();
        _direction.Dispose();
    }

    internal LatticeResult Solve(IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        Ramp();
        Outcome outcome = Iterate(0, Risen, progress, cancellation);
        for (int restart = 0; restart < MostRestarts && !outcome.Converged && outcome.Iterations < _options.MaximumIterations; restart++)
        {
            // The residual that the iteration carries along drifts from that of the potential; a restart takes it anew.
            SetGhosts();
            outcome = Iterate(outcome.Iterations, Math.Pow(Risen, restart + 2), progress, cancellation);
        }

        return Result(outcome);
    }

    /// <summary>Conjugate gradients from the potential as it is.</summary>
    private Outcome Iterate(int before, double mostRise, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        var record = new ConjugateGradientRecord();
        double energy = Measure()[0];
        Each(z => _level.Residual(z, X, R));
        double rho = Precondition(_level.Start), bound = double.PositiveInfinity, beta = 0.0;
        bool converged = energy == 0.0;
        (int idle, double least) = (0, double.PositiveInfinity);
        while (!converged && rho > 0.0 && double.IsFinite(rho) && before + record.Iterations < _options.MaximumIterations && idle < MostIdle)
        {
            cancellation.ThrowIfCancellationRequested();
            double curvature = Curvature(T.CreateChecked(beta));
            if (!(curvature > 0.0))
            {
                break;
            }

            double alpha = rho / curvature;
            energy -= alpha * rho;
            double next = Precondition(z => _level.Step(z, T.CreateSaturating(alpha), X, R, P));
            beta = next / rho;
            record.Add(alpha, beta);
            rho = next;
            bound = rho > 0.0 ? record.ErrorBound(rho) / Math.Max(energy, double.Epsilon) : bound;
            least = bound <= _options.Tolerance ? Math.Min(least, rho) : least;
            bool risen = rho > mostRise * least;
            idle += risen ? MostIdle : bound <= RoundingFloor * _options.Tolerance * _options.Tolerance ? 1 : 0;
            progress?.Report(new LatticeProgress(before + record.Iterations, bound, _options.Tolerance));
            converged = rho > 0.0 && record.Iterations >= FewestIterations && bound <= _options.Tolerance && CurrentsAgree(energy);
        }

        // No residual is left; below zero, nothing of it but rounding is.
        bool vanished = rho == 0.0 || (rho < 0.0 && CurrentsAgree(energy));
        return new Outcome(before + record.Iterations, vanished ? 0.0 : bound, converged || vanished);
    }

    /// <summary>The potential of a homogeneous lattice, with the boundary potentials in its ghosts.</summary>
    private void Ramp()
    {
        int axis = _options.Axis, length = _grid.Extent.Along(axis);
        Each(z =>
        {
            for (int y = 0; y < _grid.Ny; y++)
            {
                T* row = X + _grid.Row(y, z);
                for (int x = 0; x < _grid.Nx; x++)
                {
                    row[x] = T.CreateChecked(1.0 - (((axis == 0 ? x : axis == 1 ? y : z) + 0.5) / length));
                }
            }
        });
        SetGhosts();
    }

    private void SetGhosts() => _ends.SetGhosts(_level, X, T.One);

    private double Precondition(Action<int> first)
    {
        Array.Clear(_sums);
        _multigrid.Cycle(first, z => _sums[z] = Dot(R, _level.U, z));
        return _sums.Sum();
    }

    /// <summary>p = z + β·p, and p·A·p.</summary>
    private double Curvature(T beta)
    {
        Array.Clear(_sums);
        _schedule.Run(
            _grid,
            array => _level.WrapPlanes((T*)array),
            new PlaneStep(z => Direct(z, beta), (nint)P),
            new PlaneStep(z => _sums[z] = _level.Energy(z, P)));
        return _sums.Sum();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Direct(int z, T beta)
    {
        Vector512<T> factor = Vector512.Create(beta);
        for (int y = 0; y < _grid.Ny; y++)
        {
            T* p = P + _grid.Row(y, z), u = _level.U + _grid.Row(y, z);
            int x = 0;
            for (; x <= _grid.Nx - Vector512<T>.Count; x += Vector512<T>.Count)
            {
                (Vector512.Load(u + x) + (factor * Vector512.Load(p + x))).Store(p + x);
            }

            for (; x < _grid.Nx; x++)
            {
                p[x] = u[x] + (beta * p[x]);
            }
        }

        _level.Wrap(P, z);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Dot(T* a, T* b, int z)
    {
        double total = 0.0;
        for (int y = 0; y < _grid.Ny; y++)
        {
            T* left = a + _grid.Row(y, z), right = b + _grid.Row(y, z);
            Vector512<T> sum = Vector512<T>.Zero;
            int x = 0;
            for (; x <= _grid.Nx - Vector512<T>.Count; x += Vector512<T>.Count)
            {
                sum += Vector512.Load(left + x) * Vector512.Load(right + x);
            }

            double row = double.CreateChecked(Vector512.Sum(sum));
            for (; x < _grid.Nx; x++)
            {
                row += double.CreateChecked(left[x] * right[x]);
            }

            total += row;
        }

        return total;
    }

    /// <summary>
    /// Says whether the currents at both ends agree with the power. Their error is linear in that of the field, the power's
    /// quadratic, so this is what decides when to stop.
    /// </summary>
    private bool CurrentsAgree(double energy)
    {
        (double entering, double leaving) = EndCurrents();
        return Math.Max(Math.Abs(entering - energy), Math.Abs(leaving - energy)) <= _options.Tolerance * energy;
    }

    private (double In, double Out) EndCurrents()
    {
        if (_grid.Ends[_options.Axis] == AxisEnds.Periodic)
        {
            SetGhosts();
        }

        (int first, int last) = _ends.Positions;
        return (_ends.Through(_level, X, first), _ends.Through(_level, X, last));
    }

    private double[] Measure()
    {
        double[] parts = new double[4 * _grid.Nz];
        Each(z => _level.Measure(z, X, parts.AsSpan(4 * z, 4)));
        double[] sums = new double[4];
        for (int k = 0; k < parts.Length; k++)
        {
            sums[k % 4] += parts[k];
        }

        return sums;
    }

    private void Each(Action<int> body) => _schedule.Run(_grid, _ => { }, new PlaneStep(body));

    private LatticeResult Result(Outcome outcome)
    {
        SetGhosts();
        double[] sums = Measure();
        (double entering, double leaving) = EndCurrents();
        return new LatticeResult
        {
            Conductance = sums[0],
            CurrentIn = entering,
            CurrentOut = leaving,
            MeanCurrents = [sums[1] / _grid.Nx, sums[2] / _grid.Ny, sums[3] / _grid.Nz],
            ErrorBound = outcome.Bound,
            Converged = outcome.Converged && double.IsFinite(sums[0]),
            Iterations = outcome.Iterations,
            Bytes = _multigrid.Bytes + _potential.Bytes + _direction.Bytes,
            Potential = _options.KeepPotential ? Copy() : null,
        };
    }

    private double[] Copy()
    {
        double[] copy = new double[_grid.Extent.Count];
        Each(z =>
        {
            for (int y = 0; y < _grid.Ny; y++)
            {
                T* row = X + _grid.Row(y, z);
                long to = _grid.Nx * (y + ((long)_grid.Ny * z));
                for (int x = 0; x < _grid.Nx; x++)
                {
                    copy[to + x] = double.CreateChecked(row[x]);
                }
            }
        });
        return copy;
    }

    /// <summary>How a run of conjugate gradients ended.</summary>
    private readonly record struct Outcome(int Iterations, double Bound, bool Converged);
}
