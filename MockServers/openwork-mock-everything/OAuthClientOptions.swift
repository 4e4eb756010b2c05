import ArgumentParser
import JSON
import MockEverything
import MockVendors

/// Who may ask for tokens, and how.
struct OAuthClientOptions: ParsableArguments {
    enum Method: String, ExpressibleByArgument, CaseIterable {
        case none, basic, post, privateKey = "private-key"

        var name: String {
            switch self {
            case .none: "none"
            case .basic: "client_secret_basic"
            case .post: "client_secret_post"
            case .privateKey: "private_key_jwt"
            }
        }
    }

    @Flag(help: "Clients cannot register themselves.")
    var noRegistration = false

    @Flag(help: "Take the address of a metadata document as a client id.")
    var metadataDocuments = false

    @Option(
        name: .customLong("client"),
        parsing: .singleValue,
        help: ArgumentHelp("A client that is known beforehand; may be repeated.", valueName: "id[:secret]")
    )
    var known: [String] = []

    @Option(
        name: .customLong("auth-method"),
        parsing: .singleValue,
        help: "How clients prove themselves; may be repeated, all by default."
    )
    var methods: [Method] = []

    func adjust(_ script: inout OAuthScript) {
        script.registersClients = !noRegistration
        script.takesMetadataDocuments = metadataDocuments
        // The document of openwork-mock client is published nowhere, so that nobody needs a network.
        let address = ScenarioAuthorization.metadataDocument
        script.documents[address] = [
            "client_id": .string(address), "client_name": "openwork-mock client",
            "redirect_uris": ["http://127.0.0.1:8765/callback"],
        ]
        script.clients = known.map { text in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            return OAuthScript.Client(id: parts.first ?? text, secret: parts.count > 1 ? parts[1] : nil)
        }
        if !methods.isEmpty { script.authenticationMethods = methods.map(\.name) }
    }
}
