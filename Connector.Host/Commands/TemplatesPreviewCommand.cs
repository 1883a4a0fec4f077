using System.CommandLine;
using System.Globalization;
using Connector.Host.Api;
using Connector.Runtime.Delivery;

namespace Connector.Host.Commands;

internal static class TemplatesPreviewCommand
{
    private static readonly Option<string?> Content = new("--content") { Description = "The template." };
    private static readonly Option<FileInfo?> ContentFile =
        new("--file") { Description = "A file with the template, UTF-8." };
    private static readonly PayloadOptions Payload = new();

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "preview",
            "Fills a template and says how it is coded and billed. Sends nothing.",
            [
                "templates preview --content \"Your code is {{code}}.\" --code 123456",
                "templates preview --file signin.txt",
            ],
            RunAsync);
        command.Add(Content);
        command.Add(ContentFile);
        Payload.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Content) is null == result.GetValue(ContentFile) is null)
            {
                result.AddError("Give either --content or --file.");
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var content = run.Arguments.GetValue(ContentFile) is { } file
            ? await File.ReadAllTextAsync(file.FullName, cancellationToken)
            : run.Arguments.GetValue(Content);
        var preview = PreviewTemplateResponse.From(TemplatePreviewer.Preview(content, Payload.Read(run.Arguments)));
        if (run.Output.IsJson)
        {
            run.Output.WriteJson(preview, ApiJson.Indented.PreviewTemplateResponse);
            return ExitCode.Ok;
        }

        run.Output.WriteLine(preview.Text);
        run.Output.WriteLine();
        run.Output.WriteFields(
            ("Encoding", preview.Encoding.ToString()),
            ("Segments", preview.Segments.ToString(CultureInfo.InvariantCulture)),
            ("Units", preview.Units.ToString(CultureInfo.InvariantCulture)));
        foreach (var warning in preview.Warnings)
        {
            run.Output.WriteLine($"! {warning}");
        }

        return ExitCode.Ok;
    }
}
