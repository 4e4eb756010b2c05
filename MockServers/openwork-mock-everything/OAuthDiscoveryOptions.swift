import ArgumentParser
import MockVendors

/// Where clients find out about the authorization server.
struct OAuthDiscoveryOptions: ParsableArguments {
    enum Metadata: String, ExpressibleByArgument, CaseIterable {
        case rfc8414, oidc, oidcAppended = "oidc-appended", none
    }

    enum Resource: String, ExpressibleByArgument, CaseIterable {
        case challenge, path, root, none
    }

    @Option(help: "How the authorization server publishes its metadata.")
    var metadata = Metadata.rfc8414

    @Option(help: "Where the MCP server says who issues its tokens; none is the way of revision 2025-03-26.")
    var resourceMetadata = Resource.challenge

    @Option(help: ArgumentHelp("A path in the name of the issuer, for instance /tenant.", valueName: "path"))
    var issuerPath = ""

    @Flag(help: "Do not offer PKCE: a client must not go on then.")
    var noPkce = false

    @Flag(help: "Do not name the issuer when the browser is sent back (RFC 9207).")
    var noIss = false

    func adjust(_ script: inout OAuthScript) {
        script.publication =
            switch metadata {
            case .rfc8414: .oauth
            case .oidc: .openIDInserted
            case .oidcAppended: .openIDAppended
            case .none: .nowhere
            }
        script.issuerPath = issuerPath.isEmpty || issuerPath.hasPrefix("/") ? issuerPath : "/" + issuerPath
        if noPkce { script.codeChallengeMethods = nil }
        script.namesIssuer = !noIss
    }

    func adjust(_ gate: inout ResourceGate) {
        gate.publication =
            switch resourceMetadata {
            case .challenge: .challenge
            case .path: .path
            case .root: .root
            case .none: .nowhere
            }
    }
}
