extension Fixture {
    /// The same with every request of another conversation that this one does not have, and what came of it.
    package func adding(_ other: Fixture) -> Fixture {
        let known = CueBook(self).cues
        let fresh = CueBook(other).cues.filter { cue in
            cue.id != nil && !known.contains { $0.id != nil && $0.form.matches(cue.form) }
        }
        let lines = Set(fresh.flatMap { [$0.line] + $0.stepLines })
        let end = entries.map(\.at).max() ?? 0
        let exchanges = entries.compactMap(\.exchange).max() ?? 0
        var wanted = Set<Int>()
        for line in lines { if let exchange = other.entries[line - 2].exchange { wanted.insert(exchange) } }
        var merged = self
        for (index, entry) in other.entries.enumerated() {
            let isHead = entry.from == .http && entry.exchange.map(wanted.contains) ?? false
            guard lines.contains(index + 2) || isHead else { continue }
            var entry = entry
            entry.at += end
            entry.exchange = entry.exchange.map { $0 + exchanges }
            merged.entries.append(entry)
        }
        for (placeholder, count) in other.header.redactions {
            merged.header.redactions[placeholder] = max(count, merged.header.redactions[placeholder] ?? 0)
        }
        return merged
    }
}
