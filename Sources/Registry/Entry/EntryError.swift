/// Everything that is wrong with one entry or role, so that it can be mended in one go.
package struct EntryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of the format; never empty.
    package let faults: [EntryFault]

    /// One line for each fault.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
