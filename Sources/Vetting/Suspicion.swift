package import JSON

/// One thing in a list of tools that a person should look at before an agent does.
package struct Suspicion: Sendable, Hashable {
    /// Which rule it is about.
    package let kind: SuspicionKind
    /// The name of the tool, with what cannot be seen written out.
    package let tool: String
    /// The place within the tool's definition.
    package let place: JSONPointer
    /// What stands there, short, with what cannot be seen written out.
    package let seen: String

    init(_ kind: SuspicionKind, tool: String, place: JSONPointer, seen: String) {
        self.kind = kind
        self.tool = HiddenText.shown(tool)
        self.place = place
        self.seen = seen
    }
}

extension Suspicion: CustomStringConvertible {
    /// Tool, place, what was seen and what to do.
    package var description: String { "\(tool)\(HiddenText.shown(place.text)): \(seen): \(kind.fix)" }
}
