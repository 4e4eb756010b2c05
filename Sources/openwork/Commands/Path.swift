/// Addresses of the interface, made of what somebody typed.
enum Path {
    /// An integration, or something about it.
    static func integration(_ id: String, _ rest: String = "") throws -> String {
        try checked(id, "integration")
        return "/api/integrations/\(id)" + (rest.isEmpty ? "" : "/\(rest)")
    }

    /// A role, or something about it.
    static func role(_ id: String, _ rest: String = "") throws -> String {
        try checked(id, "role")
        return "/api/roles/\(id)" + (rest.isEmpty ? "" : "/\(rest)")
    }

    private static func checked(_ id: String, _ thing: String) throws {
        guard id.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) != nil else {
            throw ClientFault.usage("\(id) is no id of an \(thing): ids have small letters, digits and hyphens")
        }
    }
}
