namespace TestServers.Processes;

/// <summary>
/// The shell script between the tests and a server. It holds the read end of a pipe whose only write end the test
/// process has: however that process ends, the pipe closes, and the script ends the server and removes its folder.
/// The alternative, a parent-death signal, fires when the .NET thread that started the server retires.
/// </summary>
internal static class Watchdog
{
    /// <summary>
    /// Arguments: folder, log file, the signal that ends an abandoned server, command. Prints the pid. The signal is
    /// repeated every ten seconds: a program that hands it on to another, such as <c>dotnet run</c>, may lose one.
    /// </summary>
    public const string Script = """
        folder=$1 log=$2 last=$3
        shift 3
        exec 3<&0 </dev/null
        cd "$folder" || exit 1
        "$@" >>"$log" 2>&1 3<&- &
        server=$!
        {
          while read -r signal <&3; do kill -s "$signal" "$server"; done
          trap '' TERM
          rounds=0
          while kill -0 "$server" 2>/dev/null; do
            [ $((rounds % 200)) -ne 0 ] || kill -s "$last" "$server"
            rounds=$((rounds + 1))
            sleep 0.05
          done
          cd / && rm -rf -- "$folder"
        } 2>/dev/null &
        commands=$!
        echo "$server"
        wait "$server" 2>/dev/null
        status=$?
        kill "$commands" 2>/dev/null
        exit "$status"
        """;
}
