/// Groups of 2020-12 keywords that a meta-schema switches on; draft-07 always has all it knows.
struct Vocabulary: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let core = Vocabulary(rawValue: 1 << 0)
    static let applicator = Vocabulary(rawValue: 1 << 1)
    static let unevaluated = Vocabulary(rawValue: 1 << 2)
    static let validation = Vocabulary(rawValue: 1 << 3)
    /// Annotations only: nothing to do for a validator.
    static let annotation = Vocabulary(rawValue: 1 << 4)
    static let formatAssertion = Vocabulary(rawValue: 1 << 5)

    /// What a plain 2020-12 or draft-07 schema may use.
    static let standard: Vocabulary = [.core, .applicator, .unevaluated, .validation, .annotation]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The group of an identifier; nil when it is unknown.
    init?(uri: String) {
        let prefix = "https://json-schema.org/draft/2020-12/vocab/"
        guard uri.hasPrefix(prefix) else { return nil }
        switch uri.dropFirst(prefix.count) {
        case "core": self = .core
        case "applicator": self = .applicator
        case "unevaluated": self = .unevaluated
        case "validation": self = .validation
        case "format-annotation", "meta-data", "content": self = .annotation
        case "format-assertion": self = .formatAssertion
        default: return nil
        }
    }
}
