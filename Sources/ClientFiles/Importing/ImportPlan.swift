package import Registry

/// What an import would do, decided before anything is done.
package struct ImportPlan: Sendable, Hashable {
    /// One for each server that was found, or several where one server serves several integrations.
    package let steps: [ImportStep]

    /// Decides about every server that was found.
    ///
    /// - Parameters:
    ///   - found: In the order in which they count: of two servers for one integration the first wins.
    ///   - entries: The catalogue with the user's own.
    ///   - used: Ids of integrations that somebody has configured or switched on already: they are left alone.
    package init(_ found: [FoundServer], entries: [Integration], used: Set<String>) {
        let matcher = ServerMatcher(entries)
        var taken: [String: FoundServer] = [:]
        var ids = Set(entries.map(\.id))
        var steps: [ImportStep] = []
        for server in found {
            for var step in Self.steps(for: server, matcher, ids: ids) {
                if let id = step.integration {
                    if let first = taken[id] {
                        step = .skipping(server, "\(id) comes from \(first.client.name) already (\(first.name))")
                    } else if used.contains(id) {
                        step = .skipping(server, "\(id) is in use already: openwork configure \(id) changes it")
                    } else {
                        taken[id] = server
                        ids.insert(id)
                    }
                }
                steps.append(step)
            }
        }
        self.steps = steps
    }

    /// The steps that do something.
    package var deeds: [ImportStep] { steps.filter { $0.integration != nil } }

    private static func steps(
        for server: FoundServer,
        _ matcher: ServerMatcher,
        ids: Set<String>
    ) -> [ImportStep] {
        if server.isOff { return [.skipping(server, "it is switched off there")] }
        if server.isOpenWork { return [.skipping(server, "it is OpenWork itself")] }
        let matches = matcher.matches(of: server.launch)
        guard !matches.isEmpty else { return [CustomEntry(server, taken: ids).step] }
        let drafts = matches.map { ImportDraft(server, $0) }
        let complete = drafts.filter { $0.missing.isEmpty }
        if drafts.count == 1 || !complete.isEmpty {
            return (complete.isEmpty ? drafts : complete).map(\.step)
        }
        let name = server.name.lowercased()
        let named = drafts.filter {
            name.contains($0.integration.id) || name.contains($0.integration.name.lowercased())
        }
        guard let one = named.first, named.count == 1 else {
            let ids = drafts.map(\.integration.id).joined(separator: " or ")
            return [.skipping(server, "it could be \(ids), and has not what any of them needs: openwork configure")]
        }
        return [one.step]
    }
}

extension ImportStep {
    static func skipping(_ server: FoundServer, _ reason: String) -> ImportStep {
        ImportStep(found: server, action: .skip(reason), settings: [], notes: [])
    }
}

extension FoundServer {
    /// Whether it leads to this product.
    fileprivate var isOpenWork: Bool {
        switch launch {
        case .program(let program, let arguments, _):
            return LaunchedPackage.base(program) == "openwork" && arguments.first == "mcp"
        case .address(let address, _):
            let address = ServerAddress(address)
            return ["localhost:18800", "127.0.0.1:18800"].contains(address.host) && address.path.hasPrefix("/mcp/")
        }
    }
}
