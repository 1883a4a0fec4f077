using System.ComponentModel;
using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class StatisticsEndpoints
{
    private const int CountryLength = 2;

    private static readonly string[] Periods =
        [.. Enum.GetNames<StatisticsPeriod>().Select(name => name.ToLowerInvariant())];

    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/statistics", GetAsync)
            .WithTags("Messages")
            .WithName("GetStatistics")
            .WithSummary("What became of the messages of the last hour, day or week")
            .WithDescription(
                "Counts by status, over time, by connector and by country, and how long attempts took. Each message "
                + "counts once. The answer is a few seconds old; what became of older messages may take a tenth of "
                + "their age to appear.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<StatisticsResponse>> GetAsync(
        [Description("hour, in steps of 5 minutes; day, of an hour; week, of a day in UTC. Default hour.")]
        string? period,
        [Description("Only the messages that this connector had last.")]
        string? connector,
        [Description("Only the messages to this country, such as ES; none for numbers of no country.")]
        string? country,
        MessageStatistics statistics,
        CancellationToken cancellationToken)
    {
        var index = period is null ? 0 : Array.IndexOf(Periods, period);
        if (index < 0)
        {
            throw ListParameters.Invalid("period", $"Use one of {string.Join(", ", Periods)}.");
        }

        var filter = new StatisticsFilter { Connector = connector, Country = ReadCountry(country) };
        var report = await statistics.ReadAsync(
            Enum.GetValues<StatisticsPeriod>()[index], filter, cancellationToken);
        var backlog = await statistics.ReadBacklogAsync(cancellationToken);
        return TypedResults.Ok(StatisticsResponse.Create(Periods[index], report, backlog));
    }

    private static string? ReadCountry(string? country) => country switch
    {
        null or StatisticsFilter.NoCountry => country,
        { Length: CountryLength } when country.All(char.IsAsciiLetter) => country.ToUpperInvariant(),
        _ => throw ListParameters.Invalid(
            "country", $"Use a code of two letters, such as ES, or {StatisticsFilter.NoCountry}."),
    };
}
