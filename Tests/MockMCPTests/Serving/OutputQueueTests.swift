@testable import MockMCP
import Testing

@Suite("Output that waits")
struct OutputQueueTests {
    @Test("is handed out in pieces of any size without a byte too many", arguments: [1, 3, 4, 7, 100])
    func pieces(size: Int) {
        var queue = OutputQueue()
        queue.append([
            .write(Array("ab".utf8), to: .standardOutput), .fill(Array("123".utf8), times: 5, to: .standardOutput),
            .write([], to: .standardOutput), .write(Array("z".utf8), to: .standardOutput),
        ])
        var output: [UInt8] = []
        while !queue.isEmpty {
            let piece = queue.piece(upTo: size)
            #expect(piece.count <= size)
            output += piece
            queue.advance(by: piece.count)
        }
        #expect(String(decoding: output, as: UTF8.self) == "ab123123123123123z")
    }

    @Test("tells the end that waits behind it")
    func exit() {
        var queue = OutputQueue()
        queue.append([.write([1], to: .standardOutput)])
        #expect(queue.exit == nil)
        queue.append([.exit(.code(3))])
        #expect(queue.exit == .code(3))
    }
}
