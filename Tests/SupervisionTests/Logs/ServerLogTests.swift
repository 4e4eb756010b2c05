import Glibc
import Redaction
import Store
import Testing
import TestSupport

@testable import Supervision

@Suite("The log of a server")
struct ServerLogTests {
    private let secret = "sk-canary-4711-xyz"

    @Test("holds no secret, in memory or on disk, in any dress", arguments: SecretDress.allCases)
    func redacted(dress: SecretDress) async throws {
        try await withTemporaryFolder { folder in
            let shelf = LogShelf(folder: folder) { WallTime(milliseconds: 0) }
            let log = shelf.log(of: "a", redactor: Redactor(secrets: ["API_KEY": secret]))
            log.say("trying with \(dress.text(of: secret)) now")
            shelf.close()
            let kept = log.lines().map(\.text).joined() + text(of: "\(folder)/a.log")
            #expect(!SecretDress.gives(away: secret, in: kept), "\(kept)")
            #expect(kept.contains("trying with"))
        }
    }

    @Test("marks the place where lines are missing, and goes on after it")
    func gap() {
        let log = ServerLog(file: nil) { WallTime(milliseconds: 0) }
        for number in 0..<5_000 { log.say("line \(number)") }
        log.note("ended")
        let lines = log.lines(last: 3)
        #expect(lines.map(\.kind) == [.said, .gap(lines: 3_000), .noted])
        #expect(lines[1].text == "3000 lines are missing here: they came faster than they are kept")
        #expect(log.lines(last: 10_000).count <= ServerLog.limitInLines * 6 / 5)
    }

    @Test("is followed from now on, line by line", .timeLimit(.minutes(1)))
    func followed() async {
        let log = ServerLog(file: nil) { WallTime(milliseconds: 0) }
        log.say("before")
        let follower = log.follow()
        log.say("one")
        log.note("two")
        log.close()
        var texts: [String] = []
        for await line in follower { texts.append(line.text) }
        #expect(texts == ["one", "two"])
    }

    @Test("counts what a follower who does not read has lost", .timeLimit(.minutes(1)))
    func lost() async {
        let log = ServerLog(file: nil) { WallTime(milliseconds: 0) }
        let follower = log.follow()
        for number in 0..<300 { log.say("\(number)") }
        log.close()
        var numbers: [UInt64] = []
        for await line in follower { numbers.append(line.number) }
        #expect(numbers == Array(45...300))
        #expect(follower.lostCount == 44)
    }

    @Test("is written with its time in UTC")
    func written() {
        let line = LogLine(number: 1, at: WallTime(milliseconds: 1_785_240_000_007), kind: .said, text: "hello")
        #expect(line.written == "2026-07-28T12:00:00.007Z hello")
    }
}
