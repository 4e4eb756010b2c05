@testable import MockMCP
import Testing

@Suite("Lines from pieces")
struct LineBufferTests {
    @Test("come out the same however they are cut", arguments: 1...12)
    func pieces(size: Int) {
        var buffer = LineBuffer(limitInBytes: 100)
        var lines: [LineBuffer.Line] = []
        let bytes = Array("one\n\nthree\nfo".utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            buffer.append(bytes[start..<min(start + size, bytes.count)])
            while let line = buffer.next() { lines.append(line) }
        }
        #expect(lines == ["one", "", "three"].map { .whole(Array($0.utf8)) })
        #expect(buffer.finish() == .whole(Array("fo".utf8)))
    }

    @Test("that are too long are cut to their beginning, and the next one is whole", arguments: [1, 500, 2_000])
    func tooLong(size: Int) {
        var buffer = LineBuffer(limitInBytes: 1_000)
        var lines: [LineBuffer.Line] = []
        let bytes = [UInt8](repeating: 0x78, count: 1_500) + Array("\nnext\n".utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            buffer.append(bytes[start..<min(start + size, bytes.count)])
            while let line = buffer.next() { lines.append(line) }
        }
        #expect(lines == [.oversize(beginning: Array(bytes.prefix(256))), .whole(Array("next".utf8))])
    }
}
