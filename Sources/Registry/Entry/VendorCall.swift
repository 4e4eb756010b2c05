package import JSON

/// One HTTP request to a vendor.
package struct VendorCall: Sendable, Hashable {
    /// In capitals.
    package var method: String
    /// What follows the base, or a whole address where it is elsewhere.
    package var path: String
    /// Header fields, in which `${NAME}` stands for a configured value.
    package var headers: [String: String]
    /// What is sent; nil for nothing.
    package var body: JSONValue?

    /// A request without fields or body.
    package init(_ method: String, _ path: String) {
        self.method = method
        self.path = path
        headers = [:]
    }
}
