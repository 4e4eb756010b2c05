import JSON
package import Registry

extension VendorAPI {
    /// The vendor behind an entry, as far as the entry knows it; nil where it knows none.
    ///
    /// What proves a credential there is its first route; where the credential stands in it, one is looked for.
    package init?(_ integration: Integration) {
        guard let facts = integration.vendor else { return nil }
        self.init(id: integration.id, facts: facts, credentials: [])
        let fields = integration.servers.flatMap { integration.configSchema(of: $0) }
        if let check = facts.credentialCheck {
            let headers = check.headers.sorted { $0.key < $1.key }
            credentials = headers.compactMap { CredentialPlace(header: $0.key, $0.value) }
            credentials += CredentialPlace.inQuery(of: check.path)
            let names = (check.headers.values + [check.path]).flatMap { $0.variableNames }
            let secret = fields.first { names.contains($0.name) && $0.isSecret } ?? fields.first(where: \.isSecret)
            sample = secret?.sample ?? sample
            routes = [VendorRoute(check, answer: facts.success ?? VendorAnswer(200, body: [:]))]
        }
        if credentials.isEmpty { credentials = [.header("Authorization", after: "Bearer "), .basicPassword] }
    }

    /// The same with what a file of this integration adds to it.
    package func adding(_ more: VendorRoutes) -> VendorAPI {
        var api = self
        api.credentials = more.credentials + credentials
        api.routes = more.routes + routes
        if let sample = more.sample { api.sample = sample }
        return api
    }
}

extension CredentialPlace {
    /// A header whose value names a configured variable, such as `Bearer ${TOKEN}`.
    fileprivate init?(header name: String, _ value: String) {
        guard let start = value.firstRange(of: "${") else { return nil }
        let beginning = String(value[..<start.lowerBound])
        self = beginning.lowercased() == "basic " ? .basicPassword : .header(name, after: beginning)
    }

    fileprivate static func inQuery(of path: String) -> [CredentialPlace] {
        guard let mark = path.firstIndex(of: "?") else { return [] }
        return path[mark...].dropFirst().split(separator: "&").compactMap { member in
            let parts = member.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[1].hasPrefix("${") ? .query(String(parts[0])) : nil
        }
    }
}

extension VendorRoute {
    fileprivate init(_ check: VendorCall, answer: VendorAnswer) {
        // A whole address means another host; a mock has only one.
        let parts = check.path.split(separator: "://", maxSplits: 1)
        let path = parts.count == 2 ? parts[1].drop { $0 != "/" } : check.path[...]
        let segments = path.prefix { $0 != "?" }.split(separator: "/").map { segment in
            segment.hasPrefix("${") ? "{\(segment.dropFirst(2))" : String(segment)
        }
        self.init(check.method, "/" + segments.joined(separator: "/"), answer: answer)
        isCredentialCheck = true
    }
}

extension String {
    /// The names in its `${NAME}`s.
    fileprivate var variableNames: [String] {
        split(separator: "${").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }
}
