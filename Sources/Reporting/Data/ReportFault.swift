/// Why a report cannot be read or put together: place, fault and fix.
package struct ReportFault: Error, Hashable, CustomStringConvertible {
    /// In one line.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
