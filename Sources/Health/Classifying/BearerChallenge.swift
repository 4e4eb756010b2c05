/// What a `WWW-Authenticate` field says about why a bearer token was not accepted (RFC 6750, section 3).
struct BearerChallenge {
    let error: String?
    let description: String?
    let scopes: [String]

    /// Nil when no field names an error.
    init?(_ http: HTTPFacts) {
        for field in http.values("www-authenticate") {
            let parameters = Self.parameters(of: field)
            guard let error = parameters["error"] else { continue }
            self.error = error
            description = parameters["error_description"]
            scopes = (parameters["scope"] ?? "").split(separator: " ").map(String.init)
            return
        }
        return nil
    }

    /// All `name=value` pairs wherever they stand; some servers forget commas and quotes.
    private static func parameters(of field: String) -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = field[...]
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split { !($0.isLetter || $0 == "_" || $0 == "-") }.last.map { $0.lowercased() }
            rest = rest[rest.index(after: equals)...]
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                let end = rest.firstIndex(of: "\"") ?? rest.endIndex
                value = rest[..<end]
                rest = rest[end...].dropFirst()
            } else {
                value = rest.prefix { $0 != "," && $0 != " " }
                rest = rest[value.endIndex...]
            }
            if let name, parameters[name] == nil { parameters[name] = String(value) }
        }
        return parameters
    }
}
