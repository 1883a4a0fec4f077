using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Connector.Runtime.Delivery;

/// <summary>What goes wrong with a broker, as an operator understands it. Never has a secret.</summary>
internal static class BrokerFaults
{
    // The client reports that an answer didn't come in time as a cancellation; callers have looked at their own
    // token first.
    public static bool Is(Exception exception) => exception is RabbitMQClientException or IOException or SocketException
        or TimeoutException or ObjectDisposedException or OperationCanceledException or AuthenticationException;

    public static string Describe(Exception exception, BrokerEndpoint broker)
    {
        var causes = Flatten(exception).ToList();
        return causes.Select(cause => Recognize(cause, broker)).FirstOrDefault(text => text is not null)
            ?? $"The connection to the broker at {broker} fails: {causes[^1].GetType().Name}.";
    }

    /// <summary>For a connection that was open.</summary>
    public static string Describe(ShutdownEventArgs? reason, BrokerEndpoint broker) =>
        reason is { Initiator: ShutdownInitiator.Peer }
            ? $"The broker at {broker} closed the connection: {reason.ReplyCode}."
            : $"The connection to the broker at {broker} was lost.";

    private static IEnumerable<Exception> Flatten(Exception exception)
    {
        yield return exception;
        var inner = exception is AggregateException several
            ? several.InnerExceptions
            : exception.InnerException is { } one ? [one] : [];
        foreach (var cause in inner.SelectMany(Flatten))
        {
            yield return cause;
        }
    }

    private static string? Recognize(Exception cause, BrokerEndpoint broker) => cause switch
    {
        PossibleAuthenticationFailureException => $"The broker at {broker} refuses the user name or the password.",
        OperationInterruptedException { ShutdownReason: { } reason } => Recognize(reason, broker),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"The broker's name {broker.Host} has no address.",
        SocketException or ConnectFailureException => $"No broker answers at {broker}.",
        ObjectDisposedException => $"The connection to the broker at {broker} was lost.",
        AuthenticationException => $"The broker at {broker} has no certificate that this machine trusts.",
        TimeoutException or OperationCanceledException => $"The broker at {broker} doesn't answer in time.",
        _ => null,
    };

    private static string Recognize(ShutdownEventArgs reason, BrokerEndpoint broker) => reason.ReplyCode switch
    {
        Constants.NotAllowed =>
            $"The broker at {broker} has no virtual host '{broker.VirtualHost}', or its user may not use it.",
        Constants.AccessRefused =>
            $"The broker at {broker} doesn't let the user declare, write or read the queues that are needed.",
        Constants.PreconditionFailed =>
            $"The broker at {broker} has a queue or exchange of a needed name with other settings: delete it.",
        Constants.NotFound => $"The broker at {broker} lacks a queue or exchange that was deleted meanwhile.",
        _ => Describe(reason, broker),
    };
}
