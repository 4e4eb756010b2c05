import HTTPTypes

/// What a request says about the types that it has and wants.
enum MediaTypes {
    /// Whether a body is declared as JSON.
    static func isJSON(_ fields: HTTPFields) -> Bool {
        guard let type = fields[.contentType] else { return false }
        return bare(type) == "application/json"
    }

    /// Whether a body is declared as what a form of a page sends.
    static func isForm(_ fields: HTTPFields) -> Bool {
        fields[.contentType].map { bare($0) == "application/x-www-form-urlencoded" } ?? false
    }

    /// Whether an answer of a type may be given.
    static func accepts(_ type: String, _ fields: HTTPFields) -> Bool {
        guard let accepted = fields[.accept] else { return true }
        let wanted = bare(type)
        let kind = wanted.prefix { $0 != "/" } + "/*"
        return accepted.split(separator: ",").map(bare).contains { [wanted, String(kind), "*/*"].contains($0) }
    }

    private static func bare(_ type: some StringProtocol) -> String {
        type.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
    }
}
