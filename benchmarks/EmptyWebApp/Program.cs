// What "dotnet new web" gives: the least that an ASP.NET Core app costs to start.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "Hello World!");
app.Run();
