import JSON

/// One line of a fixture while it is read: members are taken out one by one, and what is left is a fault.
struct FixtureLine {
    private var members: JSONObject
    private let number: Int

    init(_ bytes: some Collection<UInt8>, number: Int) throws(FixtureFault) {
        self.number = number
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw FixtureFault(line: number, "this is no JSON: \(error)")
        }
        guard let object = value.objectValue else {
            throw FixtureFault(line: number, "this is no JSON object: every line of a fixture is one")
        }
        members = object
    }

    init(object: JSONObject?, _ outer: FixtureLine) {
        members = object ?? [:]
        number = outer.number
    }

    func fault(_ text: String) -> FixtureFault {
        FixtureFault(line: number, text)
    }

    mutating func take(_ name: String) -> JSONValue? {
        members.removeValue(forKey: name)
    }

    mutating func text(_ name: String) throws(FixtureFault) -> String? {
        guard let value = take(name) else { return nil }
        guard let text = value.stringValue, !text.isEmpty else {
            throw fault("\(name) must be a string with something in it, or be left out")
        }
        return text
    }

    mutating func requiredText(_ name: String, such example: String) throws(FixtureFault) -> String {
        guard let text = try text(name) else { throw fault("\(name) is missing: write one, such as \"\(example)\"") }
        return text
    }

    mutating func texts(_ name: String) throws(FixtureFault) -> [String]? {
        guard let value = take(name) else { return nil }
        let texts = value.arrayValue?.compactMap(\.stringValue)
        guard let texts, texts.count == value.arrayValue?.count else {
            throw fault("\(name) must be an array of strings")
        }
        return texts
    }

    func day(_ text: String, _ name: String) throws(FixtureFault) -> CalendarDay {
        guard let day = CalendarDay(text) else {
            throw fault("\(name) is \"\(text)\": write a day, such as 2026-07-28")
        }
        return day
    }

    /// Whatever nobody took is a mistake of whoever wrote the line.
    func finish(in place: String = "") throws(FixtureFault) {
        guard let name = members.keys.first else { return }
        throw fault("\(place)\(name) is unknown here: remove it or correct its spelling")
    }
}
