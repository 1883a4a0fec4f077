namespace TestPlugins;

public sealed record ReplaceableConfig(string Sender = "Acme");
