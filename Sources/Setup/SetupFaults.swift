/// Everything that is wrong with a file for the wizard.
package struct SetupFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// Each with its place and the fix; never empty, and never a value.
    package let faults: [String]

    /// Takes what is wrong.
    package init(_ faults: [String]) {
        self.faults = faults
    }

    package var description: String { faults.joined(separator: "\n") }
}
