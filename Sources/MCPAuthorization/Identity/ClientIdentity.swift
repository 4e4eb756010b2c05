/// A client id at one authorization server, and the proof that goes with it.
package struct ClientIdentity: Sendable {
    /// Unique at the authorization server that knows it, and nowhere else.
    package var clientID: String
    /// What goes with the id to the token endpoint.
    package var authentication: ClientAuthentication
    /// How we came by it.
    package var source: Source

    /// Where an identity comes from, best first.
    package enum Source: String, Sendable, Hashable {
        case preregistered, metadataDocument, registered
    }

    /// An identity from its parts.
    package init(clientID: String, authentication: ClientAuthentication, source: Source) {
        self.clientID = clientID
        self.authentication = authentication
        self.source = source
    }
}
