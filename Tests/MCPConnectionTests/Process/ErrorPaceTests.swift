import Testing

@testable import MCPConnection

@Suite("The pace of standard error")
struct ErrorPaceTests {
    /// What is read of a server that always has more, in so many seconds.
    private static func read(seconds: Int, lineLength: Int) -> Int {
        var (pace, now, bytes) = (ErrorPace(), Duration.zero, 0)
        while now < .seconds(seconds) {
            bytes += 16 << 10
            now += pace.pause(afterBytes: 16 << 10, lines: (16 << 10) / lineLength, at: now) ?? .microseconds(20)
        }
        return bytes
    }

    @Test(
        "is a mebibyte a second in the long run, and less of short lines",
        arguments: [(4_096, 70 << 20), (2, 2 << 20)]
    )
    func flood(lineLength: Int, most: Int) {
        #expect(Self.read(seconds: 60, lineLength: lineLength) < most)
        #expect(Self.read(seconds: 60, lineLength: lineLength) > most / 8)
    }
}
