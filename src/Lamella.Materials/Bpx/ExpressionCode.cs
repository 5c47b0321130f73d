using Lamella.Numerics.Dual;

namespace Lamella.Materials.Bpx;

/// <summary>What one instruction of a compiled expression does.</summary>
internal enum ExpressionOperation
{
    Constant,
    Variable,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    ConstantPower,
    Negate,
    Exp,
    Tanh,
    Cosh,
    Sinh,
    Log,
    Sqrt,
}

/// <summary>One instruction: an operation on the top of a stack.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Number">The constant or the constant exponent; else unused.</param>
internal readonly record struct ExpressionInstruction(ExpressionOperation Operation, double Number = 0.0);

/// <summary>Runs compiled expressions over any number type.</summary>
internal static class ExpressionCode
{
    /// <summary>Runs a program.</summary>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="program">The instructions.</param>
    /// <param name="x">The variable.</param>
    /// <param name="stack">Working space, at least as deep as the program needs; overwritten.</param>
    /// <returns>The value.</returns>
    internal static T Run<T>(ReadOnlySpan<ExpressionInstruction> program, T x, Span<T> stack)
        where T : struct, IScalar<T>
    {
        int top = -1;
        foreach (ExpressionInstruction instruction in program)
        {
            switch (instruction.Operation)
            {
                case ExpressionOperation.Constant:
                    stack[++top] = instruction.Number;
                    break;
                case ExpressionOperation.Variable:
                    stack[++top] = x;
                    break;
                case ExpressionOperation.Add or ExpressionOperation.Subtract or ExpressionOperation.Multiply
                    or ExpressionOperation.Divide or ExpressionOperation.Power:
                    top--;
                    stack[top] = Binary(instruction.Operation, stack[top], stack[top + 1]);
                    break;
                case ExpressionOperation.ConstantPower:
                    stack[top] = T.Pow(stack[top], instruction.Number);
                    break;
                default:
                    stack[top] = Unary(instruction.Operation, stack[top]);
                    break;
            }
        }

        return stack[0];
    }

    private static T Binary<T>(ExpressionOperation operation, T left, T right)
        where T : struct, IScalar<T> => operation switch
        {
            ExpressionOperation.Add => left + right,
            ExpressionOperation.Subtract => left - right,
            ExpressionOperation.Multiply => left * right,
            ExpressionOperation.Divide => left / right,
            _ => T.Exp(T.Log(left) * right),
        };

    private static T Unary<T>(ExpressionOperation operation, T value)
        where T : struct, IScalar<T>
    {
        T half = 0.5;
        return operation switch
        {
            ExpressionOperation.Negate => -value,
            ExpressionOperation.Exp => T.Exp(value),
            ExpressionOperation.Tanh => T.Tanh(value),
            ExpressionOperation.Cosh => (T.Exp(value) + T.Exp(-value)) * half,
            ExpressionOperation.Sinh => (T.Exp(value) - T.Exp(-value)) * half,
            ExpressionOperation.Log => T.Log(value),
            _ => T.Sqrt(value),
        };
    }
}
