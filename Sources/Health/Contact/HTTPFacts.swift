/// What an HTTP response says about itself, as far as a judgement needs it.
package struct HTTPFacts: Sendable, Hashable {
    /// One field, name in lower case.
    package struct Field: Sendable, Hashable {
        /// In lower case.
        package var name: String
        /// As it came.
        package var value: String
    }

    /// 100…599.
    package var status: Int
    /// All fields, in order.
    package var fields: [Field]
    /// The beginning of the body; empty when there was none or nobody read it.
    package var body: String
    /// Seconds since 1970 on our own clock when the response came, for headers that hold a date; nil when unknown.
    package var receivedAt: Int64?

    /// Collects the facts; names are turned to lower case.
    package init(status: Int, fields: [(String, String)] = [], body: String = "", receivedAt: Int64? = nil) {
        self.status = status
        self.fields = fields.map { Field(name: $0.0.lowercased(), value: $0.1) }
        self.body = body
        self.receivedAt = receivedAt
    }

    /// The value of the first field with this name, compared without case; nil when there is none.
    package subscript(_ name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0.name == name }?.value
    }

    /// All values of fields with this name.
    package func values(_ name: String) -> [String] {
        let name = name.lowercased()
        return fields.filter { $0.name == name }.map(\.value)
    }

    /// Whether the body is a page for people.
    package var isPage: Bool {
        (self["content-type"] ?? "").lowercased().hasPrefix("text/html")
    }
}
