/// One place at which two values differ.
public struct JSONDifference: Sendable, Hashable {
    /// What happened at a place.
    public enum Change: Sendable, Hashable {
        /// Only the new value has something here.
        case added(JSONValue)
        /// Only the old value has something here.
        case removed(JSONValue)
        /// Both have something here, but not the same.
        case changed(from: JSONValue, to: JSONValue)
    }

    /// Where the values differ; arrays are compared position by position.
    public var path: JSONPointer

    /// What happened there.
    public var change: Change

    /// Names a change and its place.
    public init(path: JSONPointer, change: Change) {
        self.path = path
        self.change = change
    }
}

extension JSONDifference: CustomStringConvertible {
    /// One line: a sign, the path, and the values in compact form.
    public var description: String {
        switch change {
        case .added(let value): "+ \(path.text): \(value.text())"
        case .removed(let value): "- \(path.text): \(value.text())"
        case .changed(let old, let new): "~ \(path.text): \(old.text()) → \(new.text())"
        }
    }
}

extension JSONValue {
    /// What must change to make this value equal to another: the old value's order first, then what is new.
    ///
    /// The order of members does not count, nor does the spelling of numbers. Empty exactly when the values are equal.
    public func differences(to other: JSONValue) -> [JSONDifference] {
        var found: [JSONDifference] = []
        collectDifferences(to: other, at: JSONPointer(), into: &found)
        return found
    }

    private func collectDifferences(to other: JSONValue, at path: JSONPointer, into found: inout [JSONDifference]) {
        switch (self, other) {
        case (.object(let old), .object(let new)):
            for (key, value) in old {
                let place = path.appending(key)
                if let counterpart = new[key] {
                    value.collectDifferences(to: counterpart, at: place, into: &found)
                } else {
                    found.append(JSONDifference(path: place, change: .removed(value)))
                }
            }
            for (key, value) in new where old[key] == nil {
                found.append(JSONDifference(path: path.appending(key), change: .added(value)))
            }
        case (.array(let old), .array(let new)):
            for (index, pair) in zip(old, new).enumerated() {
                pair.0.collectDifferences(to: pair.1, at: path.appending(index), into: &found)
            }
            for index in old.indices.dropFirst(new.count) {
                found.append(JSONDifference(path: path.appending(index), change: .removed(old[index])))
            }
            for index in new.indices.dropFirst(old.count) {
                found.append(JSONDifference(path: path.appending(index), change: .added(new[index])))
            }
        default:
            if self != other { found.append(JSONDifference(path: path, change: .changed(from: self, to: other))) }
        }
    }
}
