using System.Numerics;

namespace Lamella.Numerics.Lattice;

/// <summary>One solve at complex links: every vector is a pair of real ones over the real levels.</summary>
internal sealed unsafe class ComplexLatticeRun : IDisposable
{
    private const int FewestIterations = 2;
    private readonly LatticeOptions _options;
    private readonly PlaneSchedule _schedule;
    private readonly LatticeLevel<double> _real;
    private readonly LatticeLevel<double> _imaginary;
    private readonly LatticeLevel<double> _sum;
    private readonly Multigrid<double> _multigrid;
    private readonly LevelGrid _grid;
    private readonly LatticeEnds<double> _ends;
    private readonly Pair _x;
    private readonly Pair _r;
    private readonly Pair _p;
    private readonly Pair _q;
    private readonly Pair _z;
    private readonly Complex[] _sums;

    internal ComplexLatticeRun(
        LatticeExtent extent, AxisEnds[] ends, IComplexLinks links, LatticeOptions options, WorkerTeam team, CancellationToken cancellation)
    {
        (_options, _schedule) = (options, new PlaneSchedule(team));
        _real = LevelFactory.Create<double>(LatticeNetwork.OfLinks(extent, ends, new Part(links, value => value.Real)));
        _imaginary = LevelFactory.Create<double>(LatticeNetwork.OfLinks(extent, ends, new Part(links, value => value.Imaginary)));
        _sum = LevelFactory.Create<double>(LatticeNetwork.OfLinks(extent, ends, new Part(links, value => value.Real + value.Imaginary)));
        _multigrid = new Multigrid<double>(_sum, _schedule, cancellation);
        _grid = _sum.Grid;
        _ends = new LatticeEnds<double>(_grid, options.Axis);
        (_x, _r, _p, _q, _z) = (new Pair(_grid), new Pair(_grid), new Pair(_grid), new Pair(_grid), new Pair(_grid));
        _sums = new Complex[_grid.Nz];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _multigrid.Dispose();
        _real.Dispose();
        _imaginary.Dispose();
        foreach (Pair pair in (ReadOnlySpan<Pair>)[_x, _r, _p, _q, _z])
        {
            pair.Dispose();
        }
    }

    internal ComplexLatticeResult Solve(IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        Ramp();
        (int iterations, Complex admittance, bool converged) = Iterate(0, progress, cancellation);
        if (!converged)
        {
            (iterations, admittance, converged) = Iterate(iterations, progress, cancellation);
        }

        (Complex entering, Complex leaving) = EndCurrents();
        return new ComplexLatticeResult
        {
            Admittance = admittance, CurrentIn = entering, CurrentOut = leaving, Converged = converged, Iterations = iterations,
        };
    }

    private (int Iterations, Complex Admittance, bool Converged) Iterate(int iteration, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        SetGhosts();
        Multiply(_x, _r, -1.0);
        Precondition();
        Complex rho = Product(_r, _z), beta = Complex.Zero;
        int last = Math.Min(_options.MaximumIterations, iteration + (_options.MaximumIterations / 2));
        Complex admittance = Measure();
        bool converged = rho == Complex.Zero;
        for (int done = 0; !converged && iteration < last && Complex.IsFinite(rho) && rho != Complex.Zero; done++)
        {
            cancellation.ThrowIfCancellationRequested();
            Direct(beta);
            Multiply(_p, _q, 1.0);
            Complex alpha = rho / Product(_p, _q);
            if (!Complex.IsFinite(alpha))
            {
                break;
            }

            Advance(alpha);
            Precondition();
            Complex next = Product(_r, _z);
            (beta, rho) = (next / rho, next);
            iteration++;
            admittance = Measure();
            double error = Mismatch(admittance);
            progress?.Report(new LatticeProgress(iteration, error, _options.Tolerance));
            converged = done + 1 >= FewestIterations && error <= _options.Tolerance;
        }

        return (iteration, admittance, converged || (rho == Complex.Zero && Mismatch(admittance) <= _options.Tolerance));
    }

    /// <summary>The potential of a homogeneous lattice.</summary>
    private void Ramp()
    {
        int axis = _options.Axis;
        double length = _ends.Length;
        Each((y, z, row) =>
        {
            for (int x = 0; x < _grid.Nx; x++)
            {
                _x.Re[row + x] = 1.0 - (((axis == 0 ? x : axis == 1 ? y : z) + 0.5) / length);
            }
        });
    }

    private void SetGhosts()
    {
        _ends.SetGhosts(_sum, _x.Re, 1.0);
        _ends.SetGhosts(_sum, _x.Im, 0.0);
    }

    /// <summary>target = sign·A·v.</summary>
    private void Multiply(Pair v, Pair target, double sign)
    {
        // The preconditioner fills both vectors of its level anew, so that they are free here.
        double* re = _sum.F, im = _sum.U;
        _schedule.Run(_grid, _ => { }, new PlaneStep(plane =>
        {
            _real.Apply(plane, v.Re, target.Re);
            _real.Apply(plane, v.Im, target.Im);
            _imaginary.Apply(plane, v.Im, re);
            _imaginary.Apply(plane, v.Re, im);
            for (int y = 0; y < _grid.Ny; y++)
            {
                int row = _grid.Row(y, plane);
                for (int i = row; i < row + _grid.Nx; i++)
                {
                    target.Re[i] = sign * (target.Re[i] - re[i]);
                    target.Im[i] = sign * (target.Im[i] + im[i]);
                }
            }
        }));
    }

    /// <summary>z = M⁻¹·r, part by part.</summary>
    private void Precondition()
    {
        Cycle(_r.Re, _z.Re);
        Cycle(_r.Im, _z.Im);
    }

    private void Cycle(double* from, double* to)
    {
        long length = _grid.Length;
        new Span<double>(from, (int)length).CopyTo(new Span<double>(_sum.F, (int)length));
        _multigrid.Cycle(_sum.Start, _ => { });
        new Span<double>(_sum.U, (int)length).CopyTo(new Span<double>(to, (int)length));
    }

    /// <summary>p = z + β·p.</summary>
    private void Direct(Complex beta)
    {
        (double a, double b) = (beta.Real, beta.Imaginary);
        Each((_, _, row) =>
        {
            for (int i = row; i < row + _grid.Nx; i++)
            {
                (double re, double im) = (_p.Re[i], _p.Im[i]);
                _p.Re[i] = _z.Re[i] + (a * re) - (b * im);
                _p.Im[i] = _z.Im[i] + (a * im) + (b * re);
            }
        });
        for (int z = 0; z < _grid.Nz; z++)
        {
            _sum.Wrap(_p.Re, z);
            _sum.Wrap(_p.Im, z);
        }

        _sum.WrapPlanes(_p.Re);
        _sum.WrapPlanes(_p.Im);
    }

    /// <summary>x += α·p and r −= α·q.</summary>
    private void Advance(Complex alpha)
    {
        (double a, double b) = (alpha.Real, alpha.Imaginary);
        Each((_, _, row) =>
        {
            for (int i = row; i < row + _grid.Nx; i++)
            {
                _x.Re[i] += (a * _p.Re[i]) - (b * _p.Im[i]);
                _x.Im[i] += (a * _p.Im[i]) + (b * _p.Re[i]);
                _r.Re[i] -= (a * _q.Re[i]) - (b * _q.Im[i]);
                _r.Im[i] -= (a * _q.Im[i]) + (b * _q.Re[i]);
            }
        });
    }

    /// <summary>Σ uᵢ·vᵢ without conjugation, in a fixed order.</summary>
    private Complex Product(Pair u, Pair v) => Sum(plane =>
    {
        (double re, double im) = (0.0, 0.0);
        for (int y = 0; y < _grid.Ny; y++)
        {
            int row = _grid.Row(y, plane);
            for (int i = row; i < row + _grid.Nx; i++)
            {
                re += (u.Re[i] * v.Re[i]) - (u.Im[i] * v.Im[i]);
                im += (u.Re[i] * v.Im[i]) + (u.Im[i] * v.Re[i]);
            }
        }

        return new Complex(re, im);
    });

    /// <summary>Σ y·(Δφ)² over all links.</summary>
    private Complex Measure()
    {
        SetGhosts();
        return Sum(plane =>
        {
            Complex total = Complex.Zero;
            for (int axis = 0; axis < 3; axis++)
            {
                bool electrodes = _grid.Ends[axis] == AxisEnds.Electrodes;
                for (int z = electrodes && axis == 2 && plane == 0 ? -1 : plane; z <= plane; z++)
                {
                    for (int y = electrodes && axis == 1 ? -1 : 0; y < _grid.Ny; y++)
                    {
                        int row = _grid.Row(y, z);
                        for (int x = electrodes && axis == 0 ? -1 : 0; x < _grid.Nx; x++)
                        {
                            total += Power(axis, row + x);
                        }
                    }
                }
            }

            return total;
        });
    }

    private Complex Power(int axis, int i)
    {
        int next = i + _grid.Stride(axis);
        var drop = new Complex(_x.Re[i] - _x.Re[next], _x.Im[i] - _x.Im[next]);
        return new Complex(_real.Link(axis, i), _imaginary.Link(axis, i)) * drop * drop;
    }

    private double Mismatch(Complex admittance)
    {
        (Complex entering, Complex leaving) = EndCurrents();
        return Math.Max(Complex.Abs(entering - admittance), Complex.Abs(leaving - admittance)) / Math.Max(Complex.Abs(admittance), double.Epsilon);
    }

    private (Complex In, Complex Out) EndCurrents()
    {
        SetGhosts();
        (int first, int last) = _ends.Positions;
        return (Through(first), Through(last));
    }

    private Complex Through(int k) => new(
        _ends.Through(_real, _x.Re, k) - _ends.Through(_imaginary, _x.Im, k),
        _ends.Through(_real, _x.Im, k) + _ends.Through(_imaginary, _x.Re, k));

    private Complex Sum(Func<int, Complex> plane)
    {
        _schedule.Run(_grid, _ => { }, new PlaneStep(z => _sums[z] = plane(z)));
        return _sums.Aggregate(Complex.Zero, (total, part) => total + part);
    }

    private void Each(Action<int, int, int> row) => _schedule.Run(_grid, _ => { }, new PlaneStep(z =>
    {
        for (int y = 0; y < _grid.Ny; y++)
        {
            row(y, z, _grid.Row(y, z));
        }
    }));

    /// <summary>One part of complex links.</summary>
    private sealed class Part(IComplexLinks links, Func<Complex, double> part) : ILatticeLinks
    {
        public double Forward(int axis, int x, int y, int z) => part(links.Forward(axis, x, y, z));
    }

    /// <summary>A complex vector.</summary>
    private sealed class Pair(LevelGrid grid) : IDisposable
    {
        private readonly LatticeArray<double> _re = new(grid.Length);
        private readonly LatticeArray<double> _im = new(grid.Length);

        internal double* Re => _re.Start;

        internal double* Im => _im.Start;

        public void Dispose()
        {
            _re.Dispose();
            _im.Dispose();
        }
    }
}
