package import JSON

/// The members of a JSON object in order, where what came as text stays text until somebody asks.
package struct Members: Sendable, Hashable {
    private var entries: [Entry]

    private struct Entry: Sendable, Hashable {
        let key: String
        var payload: Payload

        func write(to bytes: inout [UInt8]) {
            if key.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 < 0x7F }) {
                bytes.append(0x22)
                bytes.append(contentsOf: key.utf8)
                bytes.append(0x22)
            } else {
                bytes.append(contentsOf: JSONValue.string(key).utf8())
            }
            bytes.append(UInt8(ascii: ":"))
            payload.write(to: &bytes)
        }
    }

    /// No members.
    package init() {
        entries = []
    }

    /// Members whose values are at hand.
    package init(_ object: JSONObject) {
        entries = object.map { Entry(key: $0.key, payload: .value($0.value)) }
    }

    /// The members of a JSON text, unconverted; nil when it is no object.
    package init?(_ text: JSONText) {
        guard text.kind == .object else { return nil }
        entries = text.members.map { Entry(key: $0.key, payload: .text($0.value)) }
    }

    /// Reads, replaces, appends or (with nil) removes a member.
    package subscript(key: String) -> Payload? {
        get { entries.first { $0.key == key }?.payload }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let payload?): entries[index].payload = payload
            case (let index?, nil): entries.remove(at: index)
            case (nil, let payload?): entries.append(Entry(key: key, payload: payload))
            case (nil, nil): break
            }
        }
    }

    /// The names in order.
    package var keys: [String] { entries.map(\.key) }

    /// Everything converted to a value.
    package var object: JSONObject {
        JSONObject(entries.map { ($0.key, $0.payload.value) })
    }

    /// Appends the object's text; it holds no line break.
    package func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, entry) in entries.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            entry.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

extension Members: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(JSONObject(elements))
    }
}
