using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lamella.Numerics.Tests.Dae.Oracle;

/// <summary>The functions of SUNDIALS IDAS 6.x (Debian 12: libsundials-idas5) that the oracle calls.</summary>
/// <remarks>
/// realtype = double, sunindextype = int64, booleantype = int. Loaded by its exact SONAME, because another ABI number means
/// other layouts. N_Vector = {content, ops, context}; serial content = {int64 length; int32 own; padding; double* data}.
/// </remarks>
internal static unsafe partial class Idas
{
    private const string Library = "libsundials_idas.so.5";

    internal static bool IsInstalled => NativeLibrary.TryLoad(Library, out _);

    [LibraryImport(Library)]
    internal static partial int SUNContext_Create(void* communicator, nint* context);

    [LibraryImport(Library)]
    internal static partial int SUNContext_Free(nint* context);

    [LibraryImport(Library)]
    internal static partial nint N_VNew_Serial(long length, nint context);

    [LibraryImport(Library)]
    internal static partial void N_VDestroy(nint vector);

    [LibraryImport(Library)]
    internal static partial nint SUNBandMatrix(long n, long upper, long lower, nint context);

    [LibraryImport(Library)]
    internal static partial void SUNMatDestroy(nint matrix);

    [LibraryImport(Library)]
    internal static partial nint SUNLinSol_Band(nint vector, nint matrix, nint context);

    [LibraryImport(Library)]
    internal static partial int SUNLinSolFree(nint solver);

    [LibraryImport(Library)]
    internal static partial nint IDACreate(nint context);

    [LibraryImport(Library)]
    internal static partial void IDAFree(nint* memory);

    [LibraryImport(Library)]
    internal static partial int IDAInit(
        nint memory, delegate* unmanaged[Cdecl]<double, nint, nint, nint, void*, int> residual, double t, nint y, nint yPrime);

    [LibraryImport(Library)]
    internal static partial int IDASVtolerances(nint memory, double relative, nint absolute);

    [LibraryImport(Library)]
    internal static partial int IDASetUserData(nint memory, void* data);

    [LibraryImport(Library)]
    internal static partial int IDASetId(nint memory, nint id);

    [LibraryImport(Library)]
    internal static partial int IDASetMaxNumSteps(nint memory, long steps);

    [LibraryImport(Library)]
    internal static partial int IDASetStopTime(nint memory, double t);

    [LibraryImport(Library)]
    internal static partial int IDASetLinearSolver(nint memory, nint solver, nint matrix);

    [LibraryImport(Library)]
    internal static partial int IDARootInit(
        nint memory, int count, delegate* unmanaged[Cdecl]<double, nint, nint, double*, void*, int> roots);

    [LibraryImport(Library)]
    internal static partial int IDACalcIC(nint memory, int option, double firstTime);

    [LibraryImport(Library)]
    internal static partial int IDASolve(nint memory, double wanted, double* reached, nint y, nint yPrime, int task);

    [LibraryImport(Library)]
    internal static partial int IDAGetNumSteps(nint memory, long* count);

    [LibraryImport(Library)]
    internal static partial int IDAGetNumResEvals(nint memory, long* count);

    internal static Span<double> Span(nint vector)
    {
        byte* content = *(byte**)vector;
        return new Span<double>(*(double**)(content + 16), (int)*(long*)content);
    }

    internal static void Check(int flag, [CallerArgumentExpression(nameof(flag))] string? call = null)
    {
        if (flag < 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"IDAS returned {flag} from {call}."));
        }
    }
}
