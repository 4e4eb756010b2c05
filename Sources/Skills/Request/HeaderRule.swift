import HTTPTypes

/// Which header fields a skill may set: no field that frames the message or that only authentication may set.
enum HeaderRule {
    private static let ours: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect",
        "keep-alive", "proxy-connection",
    ]
    private static let credentials: Set<String> = ["authorization", "proxy-authorization", "cookie"]

    /// What is wrong with a field; nil when it can be sent.
    static func fault(name: String, value: String, allowsCredentials: Bool = false) -> String? {
        guard HTTPField.Name(name) != nil, !name.hasPrefix(":") else {
            return "\(name.debugDescription) is no name of a header field"
        }
        guard !ours.contains(name.lowercased()) else { return "\(name) is set by the transport: leave it out" }
        guard allowsCredentials || !credentials.contains(name.lowercased()) else {
            return "\(name) carries credentials: describe it under auth"
        }
        return isSendable(value) ? nil : "the value has characters that no header can carry"
    }

    /// Printable ASCII only: what is beyond is read differently by different servers.
    static func isSendable(_ value: String) -> Bool {
        value.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
    }
}
