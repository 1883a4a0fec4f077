namespace Connector.Runtime.Isolation;

/// <summary>What a frame between host and worker is.</summary>
internal enum WorkerCall
{
    // From the host.
    Validate = 0,
    Create = 1,
    Send = 2,
    LookUp = 3,
    CheckCredentials = 4,
    ReadReceipt = 5,
    ReadInbox = 6,
    Preview = 7,
    ReadUsage = 8,
    Cancel = 9,
    Stop = 10,

    // From the worker.
    Result = 20,
    Canceled = 21,
    Fault = 22,
    Log = 23,
}
