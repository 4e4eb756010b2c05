/// Why a text is no fixture: every fault that was found, in the order of the lines.
package struct FixtureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    package var faults: [FixtureFault]

    /// All faults, one a line.
    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }

    /// The same with the name of the file in front of each line, as compilers write it.
    package func text(file: String) -> String {
        faults.map { "\(file):\($0)" }.joined(separator: "\n")
    }
}
