using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae.Oracle;

/// <summary>Solves a system with IDAS and its own difference Jacobian: an independent second opinion.</summary>
internal sealed unsafe class IdasOracle
{
    internal const string Missing = "SUNDIALS IDAS is not installed: apt-get install -y --no-install-recommends libsundials-idas5";

    private const int YaYdpInit = 1; // compute algebraic y and differential ẏ
    private const int Normal = 1;
    private const int RootReturn = 2;

    private readonly IDaeSystem system;

    private IdasOracle(IDaeSystem system) => this.system = system;

    /// <summary>What IDAS returned.</summary>
    internal sealed record Answer(double Time, double[] State, bool Root, long Steps, long Residuals);

    /// <summary>Solves from t = 0 to the end or the first root.</summary>
    internal static Answer Solve(IDaeSystem system, double[] y0, double rtol, double[] atol, double end, int bandwidth, bool roots)
    {
        IdasOracle oracle = new(system);
        GCHandle handle = GCHandle.Alloc(oracle);
        nint context, matrix = 0, solver = 0, memory = 0;
        Idas.Check(Idas.SUNContext_Create(null, &context));
        nint y = Vector(y0, context), slope = Vector(new double[y0.Length], context);
        nint tolerance = Vector(atol, context), id = Vector(oracle.Differential(), context);
        try
        {
            memory = Idas.IDACreate(context);
            Idas.Check(Idas.IDAInit(memory, &Residual, 0.0, y, slope));
            Idas.Check(Idas.IDASVtolerances(memory, rtol, tolerance));
            Idas.Check(Idas.IDASetUserData(memory, (void*)GCHandle.ToIntPtr(handle)));
            Idas.Check(Idas.IDASetId(memory, id));
            Idas.Check(Idas.IDASetMaxNumSteps(memory, 1_000_000));
            matrix = Idas.SUNBandMatrix(y0.Length, bandwidth, bandwidth, context);
            solver = Idas.SUNLinSol_Band(y, matrix, context);
            Idas.Check(Idas.IDASetLinearSolver(memory, solver, matrix));
            if (roots)
            {
                Idas.Check(Idas.IDARootInit(memory, system.RootCount, &Roots));
            }

            Idas.Check(Idas.IDACalcIC(memory, YaYdpInit, Math.Min(1e-3 * end, 1.0)));
            Idas.Check(Idas.IDASetStopTime(memory, end));
            double time;
            int flag = Idas.IDASolve(memory, end, &time, y, slope, Normal);
            Idas.Check(flag);
            long steps, residuals;
            Idas.Check(Idas.IDAGetNumSteps(memory, &steps));
            Idas.Check(Idas.IDAGetNumResEvals(memory, &residuals));
            return new Answer(time, Idas.Span(y).ToArray(), flag == RootReturn, steps, residuals);
        }
        finally
        {
            Idas.IDAFree(&memory);
            _ = solver == 0 ? 0 : Idas.SUNLinSolFree(solver);
            Idas.SUNMatDestroy(matrix);
            foreach (nint vector in new[] { y, slope, tolerance, id })
            {
                Idas.N_VDestroy(vector);
            }

            Idas.Check(Idas.SUNContext_Free(&context));
            handle.Free();
        }
    }

    private static nint Vector(double[] values, nint context)
    {
        nint vector = Idas.N_VNew_Serial(values.Length, context);
        values.CopyTo(Idas.Span(vector));
        return vector;
    }

    private static IDaeSystem System(void* data) => ((IdasOracle)GCHandle.FromIntPtr((nint)data).Target!).system;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Residual(double t, nint y, nint slope, nint residual, void* data) => Flag(
        System(data).EvaluateResidual(t, Idas.Span(y), Idas.Span(slope), Idas.Span(residual)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Roots(double t, nint y, nint slope, double* values, void* data) => Flag(System(data).EvaluateRoots(
        t, Idas.Span(y), Idas.Span(slope), new Span<double>(values, System(data).RootCount)));

    private static int Flag(CallbackStatus status) => status switch
    {
        CallbackStatus.Success => 0,
        CallbackStatus.Recoverable => 1,
        _ => -1,
    };

    private double[] Differential()
    {
        Span<bool> marks = new bool[system.Size];
        system.MarkDifferential(marks);
        double[] id = new double[system.Size];
        for (int i = 0; i < id.Length; i++)
        {
            id[i] = marks[i] ? 1.0 : 0.0;
        }

        return id;
    }
}
