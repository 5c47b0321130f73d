namespace Lamella.Numerics.Dae;

/// <content>Forward sensitivities.</content>
public sealed partial class BdfSolver
{
    private BdfSensitivities? sensitivities;

    /// <summary>Begins to carry ∂y/∂p along; call after <see cref="Initialise"/> and before the first step.</summary>
    /// <param name="initial">∂y/∂p at the start for the differential unknowns, parameter by parameter, shape (parameters, n);
    /// algebraic elements are computed, whatever is given.</param>
    /// <returns><see cref="BdfStatus.Initialised"/>, <see cref="BdfStatus.InitialisationFailed"/> or
    /// <see cref="BdfStatus.FatalCallback"/>.</returns>
    /// <exception cref="InvalidOperationException">The system has no parameters, was not initialised, or has begun to
    /// step.</exception>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    /// <remarks>
    /// A later <see cref="Restart"/> keeps the differential sensitivities: right for jumps at times that do not depend on p.
    /// </remarks>
    public BdfStatus InitialiseSensitivities(ReadOnlySpan<double> initial)
    {
        if (system is not ISensitivitySystem parametric || work.History.OrderUsed != 0)
        {
            throw new InvalidOperationException(
                "Sensitivities need a system that implements ISensitivitySystem, initialised and not yet stepped.");
        }

        int n = system.Size;
        RequireLength(n * parametric.ParameterCount, initial.Length, nameof(initial));
        sensitivities = new BdfSensitivities(parametric, counters);
        for (int p = 0; p < parametric.ParameterCount; p++)
        {
            initial.Slice(p * n, n).CopyTo(sensitivities.Value(p));
        }

        return BeginSensitivities();
    }

    /// <summary>Returns ∂y/∂p at <see cref="Time"/>; overwritten by the next call.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <returns>The sensitivity, shape (n).</returns>
    /// <exception cref="InvalidOperationException">Sensitivities were not asked for.</exception>
    public ReadOnlySpan<double> Sensitivity(int parameter) => RequireSensitivities().Value(parameter);

    /// <summary>Evaluates ∂y/∂p within the last step.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="time">From <see cref="StepStart"/> to the end of the step [s].</param>
    /// <param name="s">Receives ∂y/∂p, shape (n).</param>
    /// <param name="sPrime">Receives its time derivative, shape (n).</param>
    /// <exception cref="InvalidOperationException">Sensitivities were not asked for, or no step was taken.</exception>
    /// <exception cref="ArgumentException">A span has the wrong length, or the time lies outside the step.</exception>
    public void InterpolateSensitivity(int parameter, double time, Span<double> s, Span<double> sPrime)
    {
        BdfSensitivities carried = RequireSensitivities();
        RequireWithinStep(time, s.Length, sPrime.Length);
        carried.Interpolate(parameter, work.History, time - stepEnd, s, sPrime);
    }

    private BdfSensitivities RequireSensitivities() => sensitivities
        ?? throw new InvalidOperationException("No sensitivities are carried: call InitialiseSensitivities first.");

    private BdfStatus BeginSensitivities()
    {
        CallbackStatus status = sensitivities!.Begin(Time, work.Y, work.YPrime);
        work.Corrector.Begin(system!, jacobianIsFresh: status == CallbackStatus.Success);
        return status switch
        {
            CallbackStatus.Success => BdfStatus.Initialised,
            CallbackStatus.Fatal => Fail(BdfStatus.FatalCallback, Time, default, "the system asked to stop"),
            _ => Fail(BdfStatus.InitialisationFailed, Time, default, "no consistent sensitivities were found"),
        };
    }

    /// <summary>Solves for the sensitivities of a step that passed its error test.</summary>
    private CorrectorOutcome CorrectSensitivities(double end)
    {
        if (sensitivities is null)
        {
            return CorrectorOutcome.Converged;
        }

        CallbackStatus status = sensitivities.Correct(work.History, end, work.Y, work.YPrime);
        work.Corrector.Replaced(status == CallbackStatus.Success ? work.History.LeadingCoefficient : double.NaN);
        return status switch
        {
            CallbackStatus.Success => CorrectorOutcome.Converged,
            CallbackStatus.Fatal => CorrectorOutcome.Fatal,
            _ => CorrectorOutcome.Recoverable,
        };
    }
}
