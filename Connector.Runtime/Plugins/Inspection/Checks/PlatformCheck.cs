using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Connector.Runtime.Plugins;

/// <summary>The main DLL must be made to run, on this runtime and this processor.</summary>
internal sealed class PlatformCheck : IPluginCheck
{
    private const string NetCore = ".NETCoreApp,Version=v";
    private const string NetStandard = ".NETStandard,Version=v";

    public void Run(PluginInspection inspection)
    {
        var main = inspection.Main!;
        if (main.Facts.IsReferenceAssembly)
        {
            inspection.Problems.Add(
                ProblemKinds.ReferenceAssembly,
                $"'{main.File.Path}' is a reference assembly: it has the members' names but no code.",
                "Take the DLL from the bin or publish folder, not from obj/ref.");
        }

        CheckFramework(inspection, main);
        CheckProcessor(inspection, main);
    }

    private static void CheckFramework(PluginInspection inspection, AssemblyImage main)
    {
        var framework = main.Facts.TargetFramework;
        if (framework is null || framework.StartsWith(NetStandard, StringComparison.Ordinal) || IsOldEnough(framework))
        {
            return;
        }

        inspection.Problems.Add(
            ProblemKinds.FrameworkMismatch,
            $"'{main.File.Path}' is built for {framework}, the host runs on .NET {Environment.Version}.",
            $"Get a build for .NET {Environment.Version.Major}.0 or older, or update the host.");
    }

    private static bool IsOldEnough(string framework) =>
        framework.StartsWith(NetCore, StringComparison.Ordinal)
        && Version.TryParse(framework.AsSpan(NetCore.Length), out var version)
        && version.Major <= Environment.Version.Major;

    private static void CheckProcessor(PluginInspection inspection, AssemblyImage main)
    {
        var required = RequiredProcessor(main.Headers);
        if (required is null || required == RuntimeInformation.ProcessArchitecture)
        {
            return;
        }

        inspection.Problems.Add(
            ProblemKinds.ArchitectureMismatch,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{main.File.Path}' is for {required}, the host runs on {RuntimeInformation.ProcessArchitecture}."),
            "Get a build for any processor (AnyCPU), or one for this host's.");
    }

    // Other machine types mark code precompiled for another system; the runtime then compiles from the IL.
    private static Architecture? RequiredProcessor(PEHeaders headers) => headers.CoffHeader.Machine switch
    {
        Machine.Amd64 => Architecture.X64,
        Machine.Arm64 => Architecture.Arm64,
        Machine.I386 when headers.CorHeader!.Flags.HasFlag(CorFlags.Requires32Bit) => Architecture.X86,
        _ => null,
    };
}
