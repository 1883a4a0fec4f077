namespace Connector.Runtime.Plugins;

/// <summary>One step of inspection. It reads bytes only and adds what it finds to the inspection.</summary>
internal interface IPluginCheck
{
    void Run(PluginInspection inspection);
}
