#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false

// Stands for the provider while you try the connector by hand: takes every message, and shows it instead of sending it.
//   dotnet run provider.cs --urls http://127.0.0.1:8090
using System.Text.Json;

var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "Waiting for messages.");
app.MapPost("/v1/messages", async (HttpRequest request) =>
{
    var message = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
    Console.WriteLine($"SMS to {message.GetProperty("to")}: {message.GetProperty("text")}");
    return Results.Json(new { id = $"m-{Guid.NewGuid():n}" }, statusCode: 201);
});
app.Run();
