import MCPHTTP
import MockVendors

/// The words of `openwork-mock oauth`: what it teaches before, and what it says when it serves.
enum OAuthHelp {
    static let discussion = """
        The user behind it agrees at once, so a login needs no browser that anybody looks at. Everything is on \
        127.0.0.1 and forgotten at the end; what happens is told on stderr, line by line, without secrets.

        A login, from the refusal to the tool; in another terminal, with the address that was printed:
          openwork-mock oauth --port 18900
          openwork-mock client http://127.0.0.1:18900/mcp --login

        As revision 2025-03-26 had it, without any metadata:
          openwork-mock oauth --resource-metadata none --metadata none

        A provider with tenants and OpenID Connect, and a client that was registered by hand:
          openwork-mock oauth --issuer-path /tenant --metadata oidc-appended --no-registration --client me:secret
          openwork-mock client URL --login --registered me:secret

        Scopes, one of which is asked for only when it is needed:
          openwork-mock oauth --scope read --call-scope write

        Tokens that are worth nothing without the client's key:
          openwork-mock oauth --dpop --nonce 1

        A token that ends after two seconds and cannot be renewed at first; the second use has to:
          openwork-mock oauth --token-life 2 --fail refresh-503=2
          openwork-mock client URL --login --store /tmp/logins; sleep 2; openwork-mock client URL --login --store /tmp/logins

        Failures; those with a number happen so often, or as often as NAME=TIMES says:
        \(failures)

        Exit codes: 0 the process was told to end, 64 wrong usage, 71 the port is taken.
        """

    private static var failures: String {
        let width = OAuthFaultForm.all.map { $0.name.count }.max() ?? 0
        return OAuthFaultForm.all.map { form in
            let padding = String(repeating: " ", count: width - form.name.count)
            return "  \(form.name)\(padding)  \(form.summary)\(form.times.map { " (\($0))" } ?? "")"
        }
        .joined(separator: "\n")
    }

    static func greeting(server: HTTPAddress, issuer: String) -> String {
        """
        MCP server            \(server)
        authorization server  \(issuer)

        Try:
          openwork-mock client \(server) --login
          curl -i -X POST \(server)
          curl \(server.origin)/.well-known/oauth-authorization-server

        What happens, until Ctrl-C:
        """
    }
}
