namespace Repository.Tests;

internal static class Violations
{
    /// <summary>Fails with all of them, one a line; a plain collection constraint shows ten.</summary>
    public static void AssertNone(IEnumerable<string> violations, string advice = "")
    {
        var all = violations.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{advice}\n{string.Join('\n', all)}");
        }
    }
}
