using System.Diagnostics;
using System.Text.RegularExpressions;
using Connector.Host.Commands;
using Connector.Host.Tests.Commands;

namespace Connector.Host.Tests.Documentation;

/// <summary>The OpenSSL commands in <c>docs/operators.md</c>, word by word.</summary>
[Platform(Exclude = "Win", Reason = "The guide is written for a POSIX shell.")]
internal sealed partial class SigningGuideTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task What_OpenSSL_signs_by_the_guide_the_host_trusts_and_nothing_else()
    {
        await RequireOpenSslAsync();
        var plugin = Directory.CreateDirectory(folder.At("acme-sms")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plugins", "sandbox")))
        {
            File.Copy(file, Path.Combine(plugin, Path.GetFileName(file)));
        }

        var publicKey = "";
        var lines = Guide().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Is.Not.Empty);
        foreach (var line in lines)
        {
            var (exitCode, output) = await RunAsync(line);
            Assert.That(exitCode, Is.Zero, line);
            publicKey += output.Trim();
        }

        var signed = await VerifyAsync(plugin, publicKey);
        await File.AppendAllTextAsync(Path.Combine(plugin, "plugin.json"), "\n");
        var changed = await VerifyAsync(plugin, publicKey);

        Assert.That(signed.ExitCode, Is.EqualTo(ExitCode.Ok), signed.Output + signed.Errors);
        Assert.That(changed.Output, Does.Contain("SIGNATURE_INVALID"));
    }

    private Task<ProcessResult> VerifyAsync(string plugin, string publicKey) => HostProcess.RunAsync(
        folder.Path,
        "plugins", "verify", plugin,
        "--ConnectorHost:Plugins:Integrity=Signed",
        $"--ConnectorHost:Plugins:TrustedKeys:acme={publicKey}");

    private async Task RequireOpenSslAsync()
    {
        var (exitCode, _) = await RunAsync("openssl version");
        if (exitCode == 0)
        {
            return;
        }

        const string missing = "OpenSSL is not installed.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(missing);
        }

        Assert.Ignore(missing);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string line)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync(limit.Token);
        await shell.WaitForExitAsync(limit.Token);
        return (shell.ExitCode, output);
    }

    private static string Guide() => OpenSslBlock()
        .Match(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "operators.md")))
        .Groups["code"].Value;

    [GeneratedRegex("^```sh\n(?<code>openssl ecparam.*?)^```", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenSslBlock();

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture;
}
