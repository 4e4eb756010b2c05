package import Registry

/// Finds what is wrong with entries that can be read, by rules that look at the whole.
package enum RegistryLint {
    /// Every rule, in the order in which they are explained.
    package static let rules: [LintRule] = [
        .server, .serverKind, .version, .neverPublished, .address, .secretFlag, .secretDefault, .pattern, .usualValue,
        .names, .credential, .toolName, .toolArguments, .toolGroups, .standIn, .probe, .probeTool, .probeReadOnly,
        .probeArguments, .probeExpectation, .signature, .reaction, .provenance,
    ]

    /// Everything wrong with a registry: what could not be read, then what breaks a rule, by file and line.
    ///
    /// With ids, rules look at those entries only.
    package static func faults(in snapshot: RegistrySnapshot, only ids: Set<String>? = nil) -> [RegistryFault] {
        let found = snapshot.integrations.filter { ids?.contains($0.id) ?? true }.flatMap { entry in
            faults(of: entry).flatMap { rule, faults in
                snapshot.located(faults, in: entry.id, rule: rule.id, rule.severity(entry))
            }
        }
        return (snapshot.faults + found).sorted { left, right in
            (left.file, left.line, left.column) < (right.file, right.line, right.column)
        }
    }

    /// What of one entry breaks which rule; each thing once, however many servers share it.
    package static func faults(of entry: Integration) -> [(rule: LintRule, faults: [EntryFault])] {
        let subject = LintSubject(entry)
        return rules.compactMap { rule in
            var seen: Set<EntryFault> = []
            let faults = rule.check(subject).filter { seen.insert($0).inserted }
            return faults.isEmpty ? nil : (rule, faults)
        }
    }
}
