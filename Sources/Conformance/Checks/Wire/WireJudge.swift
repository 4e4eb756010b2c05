import JSON
import JSONSchema
import MCP

/// Holds messages against the shapes of a revision.
enum WireJudge {
    /// What is wrong with a message, in a line; nil when it fits, or has no known shape.
    ///
    /// An answer is judged by the method that it answers.
    static func fault(
        in object: JSONObject,
        answering request: String? = nil,
        sent direction: WireDirection,
        revision: ProtocolRevision
    ) -> String? {
        guard let schema = schema(of: revision) else {
            return "the shapes of revision \(revision) cannot be compiled"
        }
        var object = object
        // Its absence is the business of a check of its own.
        object["jsonrpc"] = "2.0"
        let message = JSONValue.object(object)
        let expectation = WireSchema.expectation(of: message, sent: direction, answering: request, in: revision)
        for rule in expectation.rules {
            let part = rule.member.map { object[$0] ?? .null } ?? message
            if let violation = schema.definition(named: rule.definition)?.validate(part).first {
                return "no \(rule.definition): \(violation)"
            }
        }
        return nil
    }

    private static func schema(of revision: ProtocolRevision) -> JSONSchema? {
        switch revision {
        case .november2024: november2024
        case .march2025: march2025
        case .june2025: june2025
        case .november2025: november2025
        case .july2026: july2026
        }
    }

    // Compiled once per process, when first needed: constants in all but name.
    private static let november2024 = compiled(.november2024)
    private static let march2025 = compiled(.march2025)
    private static let june2025 = compiled(.june2025)
    private static let november2025 = compiled(.november2025)
    private static let july2026 = compiled(.july2026)

    /// Nil only if our own description is broken, which a test of the description excludes.
    private static func compiled(_ revision: ProtocolRevision) -> JSONSchema? {
        try? JSONSchema(WireSchema.document(for: revision, withExtensions: true))
    }
}
