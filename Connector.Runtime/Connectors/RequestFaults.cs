namespace Connector.Runtime.Connectors;

/// <summary>Gathers what is wrong with the parts of a request, so that its caller learns everything at once.</summary>
internal sealed class RequestFaults
{
    private readonly List<ConnectorRequestException> faults = [];

    public T? Catch<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ConnectorRequestException fault)
        {
            faults.Add(fault);
            return null;
        }
    }

    /// <exception cref="ConnectorRequestException">One fault as it was, or all as one.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count == 1)
        {
            throw faults[0];
        }

        if (faults.Count > 1)
        {
            throw new ConnectorRequestException(
                ConnectorRequestKind.Invalid, "request_invalid", "The request is invalid", "Nothing was sent.")
            {
                Issues = [.. faults.SelectMany(fault => fault.Issues)],
            };
        }
    }
}
