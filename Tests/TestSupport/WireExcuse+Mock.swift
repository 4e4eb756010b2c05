extension WireExcuse {
    /// What the faults of a mock break, by the names under which they are written.
    package static func of(_ writtenFaults: [String]) -> [WireExcuse] {
        writtenFaults.flatMap { written -> [WireExcuse] in
            let name = String(written.prefix { $0 != "=" && $0 != "@" && $0 != "," })
            return (rules[name] ?? []).map {
                WireExcuse($0, because: "the fault \(name) breaks it", isOptional: true)
            }
        }
    }

    private static let rules: [String: Set<String>] = [:]
}
