/// A token, password or code that no description, log, mirror or interpolation ever shows.
package struct Secret: Sendable, Hashable {
    private let text: String

    /// Hides a text.
    package init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one place that sends or stores it.
    package func revealed() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<redacted>" }

    package var debugDescription: String { description }

    /// Without children: `dump` and failing expectations show mirrors.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
