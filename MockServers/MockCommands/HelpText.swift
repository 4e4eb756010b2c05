/// What `--help` and `--version` print.
package enum HelpText {
    /// Name and version in one line.
    package static let version = "openwork-mock 0.1.0"

    /// All of it.
    package static let text = """
        A pretended MCP server on stdin and stdout or over HTTP, sound or broken in just the way you ask for.

        Point any MCP client at it. With the id of an integration, or the path of an entry, it plays that server from the
        facts of the registry: its tools, and what it does when its credential is missing or wrong. Without one it offers
        a few tools in every revision of the protocol.

        openwork-mock [<integration>] [options]

        Options:
          --transport <name>     stdio, or http: Streamable HTTP on 127.0.0.1, whose address is printed on stderr
          --port <number>        the port for http; 0, or none, takes any that is free
          --registry <path>      a file with entries of your own, laid over those that are shipped, or a folder of Catalogue
                                 and Roles in their place; may be repeated
          --server <id>          which of the integration's servers, such as pypi or remote; otherwise the best one, and
                                 over HTTP the first remote one
          --condition <name>     what is wrong around it: sound, missing, malformed, invalid, expired, scope, rateLimited,
                                 vendorError, unreachable, unconstrained; otherwise found out from the environment, and
                                 for a remote server from the header fields of each request
          --accept <name=value>  the only value of a variable that counts as right; may be repeated; ACCESS_TOKEN is what a
                                 client over HTTP gets by logging in
          --script <file>        its behaviour, from a JSON file
          --replay <file>        serve a recording instead, made by openwork-conform record
          --fault <fault>        something that it does wrong: NAME, NAME=VALUE or NAME@KEY=VALUE,…; may be repeated
          --revision <revision>  what it speaks: dual, legacy, modern, or one revision by its date
          --seed <number>        for what is random in faults: the same seed gives the same session
          --list-faults          name every fault with its parameters and the rule that it breaks
          --print-script         print its behaviour as a script
          --version              print the version
          -h, --help             print this
          --                     what follows is for the real server, and is not read

        An integration with its key, one whose vendor refuses the key, and one whose vendor throttles:
          GITHUB_PERSONAL_ACCESS_TOKEN=ghp_any openwork-mock github
          openwork-mock jira --condition invalid
          openwork-mock jira --condition rateLimited

        The remote server of an integration over HTTP, which lets one token in; and one that everybody overruns:
          openwork-mock github --transport http --port 8080 --accept GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right
          openwork-mock linear --transport http --condition rateLimited
          curl -i http://127.0.0.1:8080/mcp -H 'Authorization: Bearer ghp_wrong'

        A sound server of both eras, and one of a single revision:
          openwork-mock
          openwork-mock --revision 2025-06-18

        One that is slow, and one that dies in the middle of a line:
          openwork-mock --fault latency=2s
          openwork-mock --fault crash@byte=120

        The same over HTTP, and what only HTTP can do wrong:
          openwork-mock --transport http --fault truncate@byte=120
          openwork-mock --transport http --fault http-429@retry-after=5,as=date,method=tools/call

        Only calls of one tool are slow:
          openwork-mock --fault latency=5s,method=tools/call,tool=echo

        Two faults at once; the seed repeats what is random in them:
          openwork-mock --fault latency=0s,jitter=1s --fault list-churn --seed 7

        Any rule broken, by changing one place of what it sends:
          openwork-mock --fault patch=/result/tools/0/name:other

        Your own tools:
          openwork-mock --print-script > my.json
          openwork-mock --script my.json

        Every feature of the protocol, over stdio or HTTP, and a client that plays the official suite's scenarios:
          openwork-mock everything --help
          openwork-mock client --help

        A server that wants a login, and the authorization server where clients get one:
          openwork-mock oauth --help

        The vendor behind an integration, to run a real server against:
          openwork-mock vendor --help

        Registries of packages, for the real pip and npm without a network:
          openwork-mock packages --help

        By hand:
          echo '{"jsonrpc":"2.0","id":1,"method":"ping"}' | openwork-mock

        Exit codes: 0 stdin was closed or a server over HTTP was told to end, 64 wrong usage, 65 a wrong script or entry,
        69 a missing program, 71 the port is taken, and whatever a fault or an integration asks for.

        """
}
