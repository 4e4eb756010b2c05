package import JSON

/// One HTTP answer of a vendor.
package struct VendorAnswer: Sendable, Hashable {
    /// The HTTP status, which for some vendors is 200 even for a refusal.
    package var status: Int
    /// Header fields that matter.
    package var headers: [String: String]
    /// What is said: a text is sent as it is, everything else as JSON; nil when not established.
    package var body: JSONValue?
    /// What else is remarkable.
    package var note: String?

    /// Takes status and body.
    package init(_ status: Int, body: JSONValue? = nil) {
        self.status = status
        self.body = body
        headers = [:]
    }
}
