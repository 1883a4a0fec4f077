namespace TestPlugins; public static class Nothing { }
