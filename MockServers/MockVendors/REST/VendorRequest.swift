/// A request to a vendor, as far as the mock looks at it.
package struct VendorRequest: Sendable, Hashable {
    /// In upper case.
    package var method: String
    /// Decoded, without the query.
    package var path: String
    /// Decoded, in the order of the request.
    package var query: [Parameter]
    /// By their names in lower case.
    package var headers: [String: String]
    /// As text; empty for none.
    package var body: String

    /// One member of the query.
    package struct Parameter: Sendable, Hashable {
        /// What stands before the equals sign.
        package var name: String
        /// What stands after it; empty without one.
        package var value: String

        /// Takes both, decoded.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A call from its parts; the names of the headers may be in any case.
    package init(
        _ method: String,
        _ path: String,
        query: [Parameter] = [],
        headers: [String: String] = [:],
        body: String = ""
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }
}
