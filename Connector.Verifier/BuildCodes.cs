namespace Connector.Verifier;

/// <summary>
/// The codes of build errors. <c>docs/authors.md</c> lists them; CONN001 to CONN003 are the build targets' own too.
/// </summary>
internal static class BuildCodes
{
    public const string ContractCopy = "CONTRACT_COPY_SHIPPED";
    public const string SchemaMismatch = "CONN006";

    private const string Manifest = "CONN004";
    private const string Schema = "CONN005";
    private const string EntryType = "CONN007";
    private const string Ignored = "CONN101";
    private const string Shown = "CONN102";

    /// <param name="problem">The host's code.</param>
    public static string Of(string problem) => problem switch
    {
        ContractCopy => "CONN001",
        "MANIFEST_MISSING" or "MANIFEST_INVALID" => Manifest,
        "CONFIG_SCHEMA_MISSING" or "CONFIG_SCHEMA_INVALID" => Schema,
        "ENTRY_TYPE_MISSING" or "ENTRY_TYPE_UNSUITABLE" => EntryType,
        "SCHEMA_KEYWORD_IGNORED" => Ignored,
        "LOGO_BROKEN" or "README_MISSING" => Shown,
        _ => "CONN008",
    };

    /// <summary>Where to look first.</summary>
    /// <param name="code">A build error's code.</param>
    public static string FileOf(string code) => code switch
    {
        Manifest or EntryType or Shown => "connector.json",
        Schema or Ignored => "config.schema.json",
        _ => "connector",
    };
}
