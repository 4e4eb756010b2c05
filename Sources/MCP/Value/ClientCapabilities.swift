package import JSON

/// What a client declares it can do for a server; unknown members are kept.
package struct ClientCapabilities: Sendable, Hashable {
    /// The declaration as it stands in a message.
    package private(set) var object: JSONObject

    /// Nothing declared.
    package static let none = ClientCapabilities()

    /// Declares the given members.
    package init(_ object: JSONObject = [:]) {
        self.object = object
    }

    /// Reads a declaration: an object in which every known member, where present, is an object.
    package init(json: JSONValue) throws(ShapeError) {
        try self.init(json: json, at: [])
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        for member in ["roots", "sampling", "elicitation", "experimental", "extensions", "tasks"] {
            _ = try reader.optional(member, .object)
        }
        object = reader.object
    }

    /// Whether the member is there; null counts as not declared.
    package func declares(_ capability: String) -> Bool {
        object[capability].map { !$0.isNull } ?? false
    }

    /// The declaration as a value.
    package var json: JSONValue { .object(object) }

    /// The declared members, in order.
    package var names: [String] { object.map(\.key) }

    /// Whether a server may ask which directories it is to work in.
    package var supportsRoots: Bool { declares("roots") }

    /// Whether a server may ask for a completion of the client's model.
    package var supportsSampling: Bool { declares("sampling") }

    /// Forms are the default: an empty declaration means them, as it did before there were modes.
    package var supportsFormElicitation: Bool {
        guard declares("elicitation"), let elicitation = object["elicitation"] else { return false }
        return elicitation["form"] != nil || elicitation["url"] == nil
    }

    /// Whether a server may send the user to a web page, since 2025-11-25.
    package var supportsURLElicitation: Bool { object["elicitation"]?["url"] != nil }

    /// The settings of an extension; nil when it is not declared.
    package func settings(ofExtension name: String) -> JSONObject? {
        object["extensions"]?[name]?.objectValue
    }

    /// Whether the client said it answers this request of a server; true for methods that need no capability.
    package func allow(serverRequest method: String) -> Bool {
        switch method {
        case "roots/list": supportsRoots
        case "sampling/createMessage": supportsSampling
        case "elicitation/create": declares("elicitation")
        default: true
        }
    }

    /// The part of a requirement that is not declared, compared at every depth; nil when everything is.
    package func missing(from required: ClientCapabilities) -> ClientCapabilities? {
        let missing = Self.missing(in: object, from: required.object)
        return missing.isEmpty ? nil : ClientCapabilities(missing)
    }

    private static func missing(in declared: JSONObject, from required: JSONObject) -> JSONObject {
        var missing: JSONObject = [:]
        for (key, value) in required {
            guard let present = declared[key] else {
                missing[key] = value
                continue
            }
            guard case (.object(let present), .object(let value)) = (present, value) else { continue }
            let inner = Self.missing(in: present, from: value)
            if !inner.isEmpty { missing[key] = .object(inner) }
        }
        return missing
    }
}
