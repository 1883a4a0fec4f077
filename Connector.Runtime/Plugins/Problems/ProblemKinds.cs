namespace Connector.Runtime.Plugins;

/// <summary>
/// Every kind of problem a plugin can have. <c>docs/plugin-problems.md</c> lists the same; a test compares.
/// </summary>
internal static class ProblemKinds
{
    // Finding and reading the drop.
    public static readonly ProblemKind FolderMissing = new("PLUGIN_FOLDER_MISSING", PluginState.Rejected);
    public static readonly ProblemKind FolderUnreadable = new("PLUGIN_FOLDER_UNREADABLE", PluginState.Rejected);
    public static readonly ProblemKind DropUnreadable = new("PLUGIN_UNREADABLE", PluginState.Rejected);
    public static readonly ProblemKind TooLarge = new("PLUGIN_TOO_LARGE", PluginState.Rejected);
    public static readonly ProblemKind ZipInvalid = new("ZIP_INVALID", PluginState.Rejected);
    public static readonly ProblemKind ZipUnsafe = new("ZIP_UNSAFE", PluginState.Rejected);
    public static readonly ProblemKind LinkEscapes = new("LINK_ESCAPES", PluginState.Rejected);
    public static readonly ProblemKind NoDll = new("NO_DLL", PluginState.Rejected);
    public static readonly ProblemKind NoConnectorDll = new("NO_CONNECTOR_DLL", PluginState.Rejected);
    public static readonly ProblemKind SeveralConnectors = new("SEVERAL_CONNECTOR_DLLS", PluginState.Rejected);
    public static readonly ProblemKind FolderUnwritable = new("PLUGIN_FOLDER_UNWRITABLE", PluginState.Rejected);
    public static readonly ProblemKind HashMismatch = new("HASH_MISMATCH", PluginState.Rejected);
    public static readonly ProblemKind NoEarlierVersion = new("NO_EARLIER_VERSION", PluginState.Rejected);
    public static readonly ProblemKind StagingFailed = new("STAGING_FAILED", PluginState.LoadFailed);

    // plugin.json against the files.
    public static readonly ProblemKind FileListInvalid = new("PLUGIN_JSON_INVALID", PluginState.Rejected);
    public static readonly ProblemKind FileMissing = new("FILE_MISSING", PluginState.Rejected);
    public static readonly ProblemKind FileModified = new("FILE_MODIFIED", PluginState.Rejected);
    public static readonly ProblemKind FileUnlisted = new("FILE_UNLISTED", PluginState.Rejected);
    public static readonly ProblemKind FileListMismatch = new("PLUGIN_JSON_MISMATCH", PluginState.Rejected);

    // The main DLL.
    public static readonly ProblemKind NotADll = new("NOT_A_DLL", PluginState.Rejected);
    public static readonly ProblemKind NativeDll = new("NATIVE_DLL", PluginState.Rejected);
    public static readonly ProblemKind CorruptDll = new("CORRUPT_DLL", PluginState.Rejected);
    public static readonly ProblemKind NotAConnector = new("NOT_A_CONNECTOR", PluginState.Rejected);
    public static readonly ProblemKind ReferenceAssembly = new("REFERENCE_ASSEMBLY", PluginState.Rejected);
    public static readonly ProblemKind FrameworkMismatch = new("FRAMEWORK_MISMATCH", PluginState.Incompatible);
    public static readonly ProblemKind ArchitectureMismatch = new("ARCHITECTURE_MISMATCH", PluginState.Incompatible);

    // The contract and other libraries.
    public static readonly ProblemKind ContractTooNew = new("CONTRACT_TOO_NEW", PluginState.Incompatible);
    public static readonly ProblemKind ContractTooOld = new("CONTRACT_TOO_OLD", PluginState.Incompatible);
    public static readonly ProblemKind ContractMismatch = new("CONTRACT_MISMATCH", PluginState.Incompatible);
    public static readonly ProblemKind ContractCopyShipped = new("CONTRACT_COPY_SHIPPED", null);
    public static readonly ProblemKind DependencyMissing = new("DEPENDENCY_MISSING", PluginState.Incompatible);
    public static readonly ProblemKind DependencyTooNew = new("DEPENDENCY_TOO_NEW", PluginState.Incompatible);
    public static readonly ProblemKind DependencyBorrowed = new("DEPENDENCY_BORROWED", null);

    // What the DLL embeds.
    public static readonly ProblemKind ManifestMissing = new("MANIFEST_MISSING", PluginState.Rejected);
    public static readonly ProblemKind ManifestInvalid = new("MANIFEST_INVALID", PluginState.Rejected);
    public static readonly ProblemKind EntryTypeMissing = new("ENTRY_TYPE_MISSING", PluginState.Rejected);
    public static readonly ProblemKind EntryTypeUnsuitable = new("ENTRY_TYPE_UNSUITABLE", PluginState.Rejected);
    public static readonly ProblemKind SchemaMissing = new("CONFIG_SCHEMA_MISSING", PluginState.Rejected);
    public static readonly ProblemKind SchemaInvalid = new("CONFIG_SCHEMA_INVALID", PluginState.Rejected);
    public static readonly ProblemKind SchemaKeywordIgnored = new("SCHEMA_KEYWORD_IGNORED", null);
    public static readonly ProblemKind LogoBroken = new("LOGO_BROKEN", null);
    public static readonly ProblemKind ReadmeMissing = new("README_MISSING", null);

    // One plugin among others.
    public static readonly ProblemKind DuplicateId = new("DUPLICATE_ID", PluginState.Rejected);
    public static readonly ProblemKind OverridesBundled = new("OVERRIDES_BUNDLED", null);
    public static readonly ProblemKind RestartRequired = new("RESTART_REQUIRED", PluginState.RestartRequired);

    // Whether it may run.
    public static readonly ProblemKind Modified = new("PLUGIN_MODIFIED", PluginState.Untrusted);
    public static readonly ProblemKind NotLocked = new("PLUGIN_NOT_LOCKED", PluginState.Untrusted);
    public static readonly ProblemKind Unsigned = new("PLUGIN_UNSIGNED", PluginState.Untrusted);
    public static readonly ProblemKind SignatureInvalid = new("SIGNATURE_INVALID", PluginState.Untrusted);
    public static readonly ProblemKind SigningFailed = new("SIGNING_FAILED", PluginState.Rejected);
    public static readonly ProblemKind Revoked = new("PLUGIN_REVOKED", PluginState.Untrusted);
    public static readonly ProblemKind RevocationsInvalid = new("REVOCATIONS_INVALID", PluginState.Untrusted);
    public static readonly ProblemKind StagedCopyModified = new("STAGED_COPY_MODIFIED", PluginState.Untrusted);
    public static readonly ProblemKind LockInvalid = new("LOCK_FILE_INVALID", PluginState.Untrusted);
    public static readonly ProblemKind LockUnwritable = new("LOCK_FILE_UNWRITABLE", null);

    // Replacing it while the host runs.
    public static readonly ProblemKind UpdateRejected = new("UPDATE_REJECTED", null);
    public static readonly ProblemKind UnloadPending = new("UNLOAD_PENDING", null);
    public static readonly ProblemKind Replaced = new("PLUGIN_REPLACED", PluginState.LoadFailed);

    // Running it.
    public static readonly ProblemKind NotInstalled = new("PLUGIN_NOT_INSTALLED", PluginState.LoadFailed);
    public static readonly ProblemKind LoadFailed = new("LOAD_FAILED", PluginState.LoadFailed);
    public static readonly ProblemKind PrivateSharedCopy = new("PRIVATE_SHARED_ASSEMBLY", PluginState.LoadFailed);
    public static readonly ProblemKind ActivationFailed = new("ACTIVATION_FAILED", PluginState.Faulted);
    public static readonly ProblemKind ActivationTimeout = new("ACTIVATION_TIMEOUT", PluginState.Faulted);
    public static readonly ProblemKind IsolationUnavailable = new("ISOLATION_UNAVAILABLE", PluginState.LoadFailed);
    public static readonly ProblemKind WorkerNotStarted = new("WORKER_NOT_STARTED", PluginState.LoadFailed);
    public static readonly ProblemKind RepeatedFaults = new("REPEATED_FAULTS", PluginState.Quarantined);
    public static readonly ProblemKind CallsHang = new("CALLS_HANG", PluginState.Quarantined);
    public static readonly ProblemKind UnhandledExceptions = new("UNHANDLED_EXCEPTIONS", PluginState.Quarantined);
}
