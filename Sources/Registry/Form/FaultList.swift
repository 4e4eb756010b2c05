import JSON

/// The faults found so far while something is read; they are placed from the inside out, so that good values cost
/// nothing.
struct FaultList {
    private(set) var faults: [EntryFault] = []

    /// Notes a fault of the value being read.
    mutating func add(_ fault: String, fix: String) {
        faults.append(EntryFault(JSONPointer(), fault, fix: fix))
    }

    /// Notes a fault of a member of the value being read.
    mutating func add(at key: String, _ fault: String, fix: String) {
        faults.append(EntryFault(JSONPointer(tokens: [key]), fault, fix: fix))
    }

    /// Notes that the value being read is of the wrong kind.
    mutating func add(_ value: JSONValue, insteadOf expected: String) {
        add("is \(value.kindInWords)", fix: "write \(expected)")
    }

    /// Places every fault that the body notes below a key or an index.
    mutating func within<Result>(_ token: String, _ body: (inout FaultList) -> Result) -> Result {
        let start = faults.count
        let result = body(&self)
        for place in start..<faults.count { faults[place].pointer.tokens.insert(token, at: 0) }
        return result
    }
}

extension JSONValue {
    /// How a value is called in a message, short enough to be read.
    var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): "the number \(number.text)"
        case .string(let text): text.count <= 40 ? "\"\(text)\"" : "a text of \(text.count) characters"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
