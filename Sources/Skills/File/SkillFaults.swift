/// Everything that is wrong with a skill file, at once.
package struct SkillFaults: Error, Sendable, Hashable {
    /// In the order of the file, never empty.
    package let faults: [SkillFault]
}

extension SkillFaults: CustomStringConvertible {
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
