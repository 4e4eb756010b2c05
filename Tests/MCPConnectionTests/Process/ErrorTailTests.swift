import Testing

@testable import MCPConnection

@Suite("The tail of standard error")
struct ErrorTailTests {
    private func append(_ text: String, to tail: inout ErrorTail) -> [String] {
        Array(text.utf8).withUnsafeBytes { tail.append($0) }
    }

    @Test("gives each line as it is completed")
    func lines() {
        var tail = ErrorTail()
        #expect(append("one\r\ntw", to: &tail) == ["one"])
        #expect(append("o\n\nthree", to: &tail) == ["two", ""])
        #expect(tail.finish() == "three")
        #expect(tail.finish() == nil)
        #expect(tail.lines == ["one", "two", "", "three"])
    }

    @Test("keeps the last lines and counts the others")
    func bounded() {
        var tail = ErrorTail()
        for number in 0..<1000 { _ = append("\(number)\n", to: &tail) }
        #expect(tail.lines == (800..<1000).map { "\($0)" })
        #expect(tail.droppedLines == 800)
    }

    @Test("cuts long lines and says how much was cut")
    func longLines() {
        var tail = ErrorTail()
        let lines = append(String(repeating: "a", count: 20_000) + "\n", to: &tail)
        #expect(lines == [String(repeating: "a", count: 8192) + "… (11808 bytes more)"])
    }

    @Test("never holds more than its bytes")
    func bytes() {
        var tail = ErrorTail()
        for _ in 0..<100 { _ = append(String(repeating: "b", count: 8000) + "\n", to: &tail) }
        #expect(tail.text.utf8.count <= ErrorTail.bytesLimit)
        #expect(tail.lines.count == 8)
    }
}
