import JSON

/// The body of a request while it is read: collects everything that is wrong with it.
struct CheckedBody {
    private let object: JSONObject
    private(set) var faults: [Problem.Fault] = []

    /// A body that may have these members and no others.
    init(_ body: JSONValue, knowing keys: [String]) {
        object = body.objectValue ?? [:]
        if body.objectValue == nil {
            add("", "is no object", "send a JSON object")
        }
        for key in object.keys where !keys.contains(key) {
            add("/\(key)", "is not known", "leave it out; known are \(keys.joined(separator: ", "))")
        }
    }

    subscript(_ key: String) -> JSONValue? { object[key] }

    mutating func add(_ field: String, _ message: String, _ fix: String) {
        faults.append(Problem.Fault(field: field, message: message, fix: fix))
    }

    /// A text; one of another kind is a fault, none is nil.
    mutating func text(_ key: String, _ fix: String) -> String? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let text = value.stringValue, !text.isEmpty else {
            add("/\(key)", "is no text", fix)
            return nil
        }
        return text
    }

    /// What the body is refused with.
    var problem: Problem {
        let things = faults.count == 1 ? "1 thing" : "\(faults.count) things"
        return Problem(
            422,
            "invalid_body",
            "\(things) in the body cannot be used",
            fix: faults.first?.fix ?? "correct the body",
            faults: faults
        )
    }

    func finish() throws(Problem) {
        if !faults.isEmpty { throw problem }
    }
}
