using Connector.Abstractions;

namespace Connector.Host.Tests.Development;

/// <summary>A plugin's project in a folder of its own; its connector answers what the source says.</summary>
internal sealed class DevelopedPlugin(TempFolder folder)
{
    public const string Id = "developed";

    public string Path => folder.At("Developed");

    public void Create(string answer)
    {
        folder.Write("Developed/Developed.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EnableDynamicLoading>true</EnableDynamicLoading>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ISmsConnector).Assembly.Location}" Private="false" />
                <EmbeddedResource Include="connector.json;config.schema.json;logo.svg;README.md" Type="Non-Resx"
                                  WithCulture="false" LogicalName="connector/%(Filename)%(Extension)" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Developed/connector.json", $$"""
            { "id": "{{Id}}", "type": "Sms", "entryType": "Developed.Plugin", "name": { "en": "Developed" },
              "description": { "en": "Under development." }, "logo": "logo.svg", "readme": { "en": "README.md" },
              "configSchema": "config.schema.json", "author": "Somebody" }
            """);
        folder.Write("Developed/config.schema.json", """
            { "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "additionalProperties": false,
              "properties": {} }
            """);
        folder.Write("Developed/logo.svg", """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" /></svg>
            """);
        folder.Write("Developed/README.md", "# Developed");
        Answer($"\"{answer}\"");
    }

    /// <param name="expression">C# of the provider's message id.</param>
    public void Answer(string expression) => folder.Write("Developed/Plugin.cs", $$"""
        using Connector.Abstractions;
        namespace Developed;
        public sealed class Plugin : ISmsConnectorPlugin, ISmsConnector
        {
            public ValueTask<ISmsConnector> CreateAsync(
                ConnectorContext context, CancellationToken cancellationToken) => new(this);

            public Task<SendOutcome> SendAsync(
                PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken) =>
                Task.FromResult<SendOutcome>(new SendOutcome.Accepted({{expression}}));
        }
        """);
}
