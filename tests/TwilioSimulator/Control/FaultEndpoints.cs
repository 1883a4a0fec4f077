using TwilioSimulator.Faults;

namespace TwilioSimulator.Control;

/// <summary>GET, POST and DELETE /_control/faults.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder control, TwilioSimulatorServer server)
    {
        control.MapGet("/faults", context => ShowAsync(context, server));
        control.MapPost("/faults", context => SetAsync(context, server));
        control.MapDelete("/faults", context => ControlEndpoints.Done(context, server.Faults.Clear));
    }

    private static Task ShowAsync(HttpContext context, TwilioSimulatorServer server)
    {
        IReadOnlyList<FaultDto> active = [.. server.Faults.Active.Select(FaultDto.Of)];
        return ControlEndpoints.WriteAsync(context, ControlJson.Relaxed.IReadOnlyListFaultDto, active);
    }

    private static async Task SetAsync(HttpContext context, TwilioSimulatorServer server)
    {
        if (await ControlEndpoints.ReadAsync(context, ControlJson.Relaxed.FaultDto) is not { } wanted)
        {
            return;
        }

        if (wanted.Kind is FaultKind.None || wanted.Count <= 0)
        {
            var kinds = string.Join(", ", Enum.GetNames<FaultKind>().Skip(1));
            await ControlEndpoints.RefuseAsync(context, $"'count' is positive, 'kind' is one of {kinds}.");
            return;
        }

        server.Faults.Set(wanted.ToSwitch());
        await ShowAsync(context, server);
    }
}
