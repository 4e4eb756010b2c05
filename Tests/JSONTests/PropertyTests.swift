import JSON
import Testing

@Suite("Any value")
struct PropertyTests {
    @Test("is read back from its text in every style", arguments: JSONStyle.allCases)
    func roundTrip(_ style: JSONStyle) throws {
        var random = RandomValue(seed: 8259)
        for _ in 0..<200 {
            let value = random.value()
            let text = value.text(style)
            let back = try JSONValue(parsing: text)
            if style == .canonical {
                #expect(back.text(.canonical) == text)
            } else {
                #expect(back == value)
                #expect(back.hashValue == value.hashValue)
                #expect(back.text() == value.text())
            }
        }
    }

    @Test("is kept whole by a text, and by its members")
    func texts() throws {
        var random = RandomValue(seed: 8785)
        for _ in 0..<200 {
            let value = random.value()
            let text = try JSONText(validating: value.text(.pretty))
            #expect(text.value == value)
            #expect(text.members.map(\.key) == value.objectValue?.keys ?? [])
            for (key, member) in text.members { #expect(member.value == value[key]) }
        }
    }

    @Test("differs from another exactly when there is a difference, which leads to both")
    func differences() {
        var random = RandomValue(seed: 6901)
        var last = random.value()
        for _ in 0..<200 {
            let value = random.value()
            #expect(value.differences(to: last).isEmpty == (value == last))
            for difference in last.differences(to: value) {
                switch difference.change {
                case .added(let new): #expect(value[difference.path] == new && last[difference.path] == nil)
                case .removed(let old): #expect(last[difference.path] == old && value[difference.path] == nil)
                case .changed(let old, let new):
                    #expect(last[difference.path] == old && value[difference.path] == new && old != new)
                }
            }
            last = value
        }
    }

    @Test("equal numbers have one canonical text")
    func canonical() throws {
        for (left, right) in [("1", "1.0"), ("1e2", "100"), ("1e400", "10e399"), ("0", "-0.0")] {
            let left = try JSONValue(parsing: "[\(left)]")
            #expect(left.text(.canonical) == (try JSONValue(parsing: "[\(right)]")).text(.canonical))
        }
    }
}
