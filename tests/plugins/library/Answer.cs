namespace TestPlugins;

public static class Answer
{
    public static string Text => "42";
}
