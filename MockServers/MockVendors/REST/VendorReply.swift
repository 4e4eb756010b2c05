package import JSON

/// What a vendor answers.
package struct VendorReply: Sendable, Hashable {
    /// The HTTP status.
    package var status: Int
    /// In the order in which they are sent; a value may hold a time, see ``Wait``.
    package var headers: [Header]
    /// What follows.
    package var body: Body

    /// One header.
    package struct Header: Sendable, Hashable {
        /// As the vendor spells it.
        package var name: String
        /// As the vendor spells it, or with a time to be filled in.
        package var value: String

        /// Takes both.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What an answer carries.
    package enum Body: Sendable, Hashable {
        case json(JSONValue)
        /// With its content type.
        case text(String, type: String)
        case none
    }

    /// Takes all of it.
    package init(_ status: Int, headers: [Header] = [], body: Body = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
