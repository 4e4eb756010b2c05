import Glibc
import Testing

@testable import MCPConnection

@Suite("The process table")
struct ProcessTableTests {
    @Test("reads a line whose name holds spaces and parentheses")
    func oddName() {
        let line = "42 (a) b (c) S 7 42 40 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 12345 1000 1 0"
        let entry = ProcessTable.parse(Array(line.utf8), pid: 42)
        let expected = ProcessTable.Entry(
            pid: 42,
            parent: 7,
            session: 40,
            name: "a) b (c",
            isZombie: false,
            startTime: 12345
        )
        #expect(entry == expected)
    }

    @Test("knows a zombie", arguments: [("Z", true), ("X", true), ("R", false)])
    func zombie(state: String, isZombie: Bool) {
        let line = "42 (a) \(state) 7 42 40 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 12345 1000 1 0"
        #expect(ProcessTable.parse(Array(line.utf8), pid: 42)?.isZombie == isZombie)
    }

    @Test("makes nothing of something else", arguments: ["", "42", "42 (a) S 1 2", "42 a S 7 42 40 0"])
    func garbage(line: String) {
        #expect(ProcessTable.parse(Array(line.utf8), pid: 42) == nil)
    }

    @Test("lists this very process")
    func me() {
        let me = ProcessTable.read().entries.first { $0.pid == getpid() }
        #expect(me?.parent == getppid())
        #expect(ProcessTable.entry(of: 0) == nil)
    }
}
