namespace Connector.Testing.Probe;

internal static class ProbeProgram
{
    public static int Main() => 0;
}
