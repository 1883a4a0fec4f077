using System.Text;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Makes another version of a built plugin, without building it again.</summary>
internal static class PluginVersion
{
    private const string Built = "1.0.0";

    /// <summary>Changes the informational version that a DLL states.</summary>
    /// <param name="dll">The DLL.</param>
    /// <param name="version">Five characters, as <c>1.1.0</c>.</param>
    public static void Set(string dll, string version)
    {
        var content = File.ReadAllBytes(dll);
        var start = Find(content);
        Encoding.ASCII.GetBytes(version).CopyTo(content.AsSpan(start, Built.Length));
        File.WriteAllBytes(dll, content);
    }

    // An attribute's blob begins with 1 and 0, then comes the text's length; a commit may follow the version.
    private static int Find(byte[] content)
    {
        var text = Encoding.ASCII.GetBytes(Built);
        for (var i = 3; i < content.Length - text.Length; i++)
        {
            if (content[i - 3] == 1 && content[i - 2] == 0 && content.AsSpan(i).StartsWith(text)
                && content[i + text.Length] is (byte)'+' or 0)
            {
                return i;
            }
        }

        throw new InvalidOperationException("The DLL doesn't state version 1.0.0.");
    }
}
