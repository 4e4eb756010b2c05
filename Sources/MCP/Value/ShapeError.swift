package import JSON

/// A member has the wrong type or is missing: where, what was expected, and what was there.
package struct ShapeError: Error, Sendable, Hashable {
    /// The place, from the value that was read.
    package let path: JSONPointer
    /// For instance `a string`.
    package let expected: String
    /// For instance `nothing`, `the number 4`; bounded in length.
    package let actual: String

    /// Words a fault; both texts begin with an article or a type, so that they fit a sentence.
    package init(path: JSONPointer, expected: String, actual: String) {
        self.path = path
        self.expected = expected
        self.actual = actual
    }
}

extension ShapeError: CustomStringConvertible {
    package var description: String {
        let place = path.text.isEmpty ? "the value" : path.text
        return "\(place): expected \(expected), found \(actual)"
    }
}
