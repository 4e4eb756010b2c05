package import JSON

/// What becomes of one server that was found.
package struct ImportStep: Sendable, Hashable {
    /// What is done.
    package enum Action: Sendable, Hashable {
        /// An entry that there is gets its settings; the server is one of the entry's.
        case configure(integration: String, server: String, kind: String)
        /// It becomes an entry of the user's own.
        case add(integration: String, JSONObject, startsCommand: Bool)
        /// Nothing, for this reason.
        case skip(String)
    }

    /// A value that would be set.
    package struct Setting: Sendable, Hashable {
        /// The variable.
        package var name: String
        /// Its value.
        package var value: String
        /// Whether it must not be shown.
        package var isSecret: Bool

        /// The value for people: a secret is a row of dots that does not tell its length.
        package var shown: String { "\(name)=" + (isSecret ? "••••••" : value) }
    }

    /// The server.
    package var found: FoundServer
    /// What is done.
    package var action: Action
    /// What is set then.
    package var settings: [Setting]
    /// What somebody should know, such as variables that the entry does not have.
    package var notes: [String]

    /// The id that it has afterwards; nil where nothing is done.
    package var integration: String? {
        switch action {
        case .configure(let id, _, _), .add(let id, _, _): id
        case .skip: nil
        }
    }
}
