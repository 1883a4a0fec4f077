using System.Net;
using System.Net.Sockets;
using Connector.Host.Commands;

namespace Connector.Host.Tests.Commands;

internal sealed class ServeTests
{
    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task A_taken_address_exits_with_4_and_says_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var result = await HostProcess.RunAsync(folder.Path, $"--urls=http://127.0.0.1:{port}");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure), result.Output);
        Assert.That(result.Errors, Does.Contain($"{port}").And.Contain("--urls").And.Not.Contain("   at "));
    }

    [Test]
    public async Task The_first_start_prints_the_key_once_and_a_request_to_paste()
    {
        using var server = await HostProcess.ServeAsync(folder.Path, "  API key  ", ["--urls=http://127.0.0.1:0"]);
        var key = (await server.AwaitedLineAsync()).Split(' ')[^1];

        Assert.That(key, Does.StartWith("cpk_"));
        Assert.That(File.Exists(folder.At("data/keys.json")));
        Assert.That(Directory.Exists(folder.At("plugins")));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_termination_signal_ends_the_host_cleanly()
    {
        using var server = await HostProcess.ServeAsync(
            folder.Path, "listens on", ["serve", "--urls=http://127.0.0.1:0"]);

        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{server.ProcessId}"]);
        var result = await server.WaitAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Errors);
        Assert.That(result.Errors, Is.Empty);
    }
}
