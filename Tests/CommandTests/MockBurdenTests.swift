import Glibc
import JSON
import MCPConnection
import Testing

@Suite("What openwork-mock puts on others and not on itself", .timeLimit(.minutes(1)))
struct MockBurdenTests {
    @Test("a line of 50 MB costs it less than 40 MiB of memory")
    func hugeLine() async throws {
        let run = try await MockProcess.run(faults: "huge-line@method=ping") { mock in
            try await mock.ping()
            let event = await mock.next()
            return (event, mock.peakKilobytes)
        }
        let (event, peak) = try run.value
        guard case .oversized(let length, _, _)? = event else {
            Issue.record("no huge line")
            return
        }
        #expect((49_000_000...51_000_000).contains(length))
        #expect(try #require(peak) < 40 << 10)
        #expect(run.exit.isOrderly)
    }

    @Test("a flood of stderr holds neither it nor its answers up")
    func flood() async throws {
        let run = try await MockProcess.run(faults: "stderr-flood=3MB") { mock in
            try await mock.ping()
            #expect(try await mock.answer()?["result"] == [:])
            return mock.peakKilobytes
        }
        #expect(try #require(try run.value) < 40 << 10)
        #expect(run.exit.errorTail.droppedLines > 1_000)
        #expect(run.exit.isOrderly)
    }

    @Test(
        "a grandchild holds the pipes after the mock is gone, and ends by itself",
        arguments: ["grandchild", "grandchild-setsid"]
    )
    func grandchild(fault: String) async throws {
        let pipe = try MockPipe(in: TemporaryFolder())
        let run = try await MockProcess.run(fault: "\(fault)=3", into: pipe) { mock in
            let output = await pipe.open(O_RDONLY)
            defer { close(output) }
            try await mock.ping()
            #expect(await MockPipe.read(output) > 0)
            let child = try #require(mock.children.first)
            let standing = try #require(MockProc.standing(child))
            #expect((standing.session == mock.process.pid) == (fault == "grandchild"))
            #expect((standing.group == mock.process.pid) == (fault == "grandchild"))
            for descriptor in 0...2 as ClosedRange<Int32> {
                let target = MockProc.target(child, descriptor: descriptor)
                #expect(target == MockProc.target(mock.process.pid, descriptor: descriptor))
            }
            mock.process.channel.close()
            #expect(await mock.process.exited() == .code(0))
            #expect(MockProc.runs(child))
            // The pipe ends when its last holder does.
            #expect(await MockPipe.read(output) == 0)
            return child
        }
        #expect(!MockProc.runs(try run.value))
        #expect(run.exit.leftovers.isEmpty)
    }

    @Test(
        "a grandchild that nobody waits for is found, wherever it went",
        arguments: ["grandchild", "grandchild-setsid"]
    )
    func found(fault: String) async throws {
        // Long enough that it cannot have ended by itself, however busy the machine is.
        let run = try await MockProcess.run(faults: fault + "@seconds=300") { mock in
            try await mock.ping()
            _ = await mock.next()
        }
        #expect(run.exit.leftovers.map(\.name) == ["sleep"])
        #expect(run.exit.leftovers.map(\.hasOwnSession) == [fault == "grandchild-setsid"])
        #expect(run.exit.leftovers.map(\.isGone) == [true])
    }
}
