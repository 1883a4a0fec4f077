using System.Reflection;
using System.Text;
using System.Text.Json;
using Connector.Runtime.Isolation;

namespace Connector.Runtime.Plugins;

/// <summary>Words an exception of a plugin so that an operator may read it: no stack, secret or phone number.</summary>
internal static class SafeMessage
{
    private const string Hidden = "••••";
    private const int MaxLength = 200;
    private const int ShortestPhoneNumber = 7;
    private const int ShortestSecret = 4;

    public static string Of(Exception exception, JsonElement? config)
    {
        var cause = Unwrap(exception);
        if (cause is WorkerException worker)
        {
            return worker.Fault;
        }

        var message = new StringBuilder(FirstLine(cause.Message));
        if (config is { } element)
        {
            HideValues(message, element);
        }

        HideLongNumbers(message);
        if (message.Length > MaxLength)
        {
            message.Length = MaxLength;
            message.Append('…');
        }

        return $"{cause.GetType().Name}: {message.ToString().TrimEnd('.', ' ')}";
    }

    private static Exception Unwrap(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException
            && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    private static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    private static void HideValues(StringBuilder message, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    HideValues(message, member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    HideValues(message, item);
                }

                break;
            case JsonValueKind.String when element.GetString() is { Length: >= ShortestSecret } value:
                message.Replace(value, Hidden);
                break;
        }
    }

    private static void HideLongNumbers(StringBuilder message)
    {
        var run = 0;
        for (var i = message.Length; i >= 0; i--)
        {
            if (i > 0 && char.IsAsciiDigit(message[i - 1]))
            {
                run++;
                continue;
            }

            if (run >= ShortestPhoneNumber)
            {
                message.Remove(i, run).Insert(i, Hidden);
            }

            run = 0;
        }
    }
}
