import Testing

@testable import MCPHTTP

@Suite("A broken event stream")
struct StreamCursorTests {
    @Test("with an answer outstanding is resumed from the last event id")
    func resumed() {
        var cursor = StreamCursor(.answer)
        cursor.advanced(to: "e1")
        cursor.advanced(to: nil)
        #expect(cursor.ended() == .reconnect(after: .seconds(1), lastEventID: "e1"))
    }

    @Test("without an event id is lost, and with its answer is done")
    func notResumed() {
        var cursor = StreamCursor(.answer)
        #expect(cursor.ended() == .lost)
        cursor.answered()
        #expect(cursor.ended() == .done)
    }

    @Test("waits as long as the server says, within our own bound")
    func retry() {
        var cursor = StreamCursor(.listening)
        cursor.retry(milliseconds: 500)
        #expect(cursor.ended() == .reconnect(after: .milliseconds(500), lastEventID: nil))
        #expect(cursor.ended() == .reconnect(after: .milliseconds(500), lastEventID: nil))
        cursor.retry(milliseconds: .max)
        #expect(cursor.ended() == .reconnect(after: .seconds(30), lastEventID: nil))
    }

    @Test("waits longer after each failure, and gives up in the end")
    func backoff() {
        var cursor = StreamCursor(.listening)
        let steps = (0..<6).map { _ in cursor.ended() }
        let pauses: [StreamCursor.Step] = [1, 2, 4, 8, 16].map { .reconnect(after: .seconds($0), lastEventID: nil) }
        #expect(steps == pauses + [.lost])
    }

    @Test("starts counting anew with every event")
    func progress() {
        var cursor = StreamCursor(.listening, bounds: ReconnectBounds(attempts: 1))
        _ = cursor.ended()
        cursor.advanced(to: "e2")
        #expect(cursor.ended() == .reconnect(after: .seconds(1), lastEventID: "e2"))
        #expect(cursor.ended() == .lost)
    }
}
