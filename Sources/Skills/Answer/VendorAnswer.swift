import HTTPTypes

/// What a vendor answered, complete.
struct VendorAnswer: Sendable, Hashable {
    var status: Int
    var fields: HTTPFields
    var body: [UInt8]

    init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { fields[$0] }
    }

    /// In lower case, without parameters; empty when there is none.
    var mediaType: String {
        (fields[.contentType] ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }

    /// The beginning of the body, for people.
    var beginning: String {
        let text = String(decoding: body.prefix(200), as: UTF8.self)
        return text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    }
}
