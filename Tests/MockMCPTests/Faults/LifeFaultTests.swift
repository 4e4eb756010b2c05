import JSON
import MockMCP
import Testing

@Suite("Faults of life")
struct LifeFaultTests {
    @Test("exit-at-start says why on stderr, ends with its code, and answers nothing")
    func exitAtStart() throws {
        var talk = try Talk(faults: "exit-at-start@code=3,stderr=no key,after=1s")
        #expect(Reply(effects: talk.effects).log == "no key\n")
        #expect(talk.ask("ping").lines == [])
        #expect(talk.wait(.seconds(1)).exit == .code(3))
    }

    @Test("stall answers nothing, or not one method", arguments: [("stall", 0), ("stall@method=tools/list", 2)])
    func stall(fault: String, answers: Int) throws {
        var talk = try Talk(faults: fault)
        let replies = [talk.open(), talk.ask("tools/list"), talk.ask("ping")]
        #expect(replies.flatMap(\.messages).count == answers)
    }

    @Test("slow-start answers nothing before its time, and at once afterwards")
    func slowStart() throws {
        var talk = try Talk(faults: "slow-start=2s")
        #expect(talk.ask("ping").lines == [])
        #expect(talk.wait(.milliseconds(1999)).lines == [])
        #expect(talk.wait(.milliseconds(1)).messages.count == 1)
        #expect(talk.ask("ping").messages.count == 1)
    }

    @Test("exit-on-probe ends at server/discover and serves a handshake")
    func exitOnProbe() throws {
        var probed = try Talk(faults: "exit-on-probe=4")
        #expect(probed.askModern("server/discover").exit == .code(4))
        var talk = try Talk(faults: "exit-on-probe")
        #expect(talk.open().message["result"] != nil)
    }

    @Test(
        "exit-on ends at the method it was told, by code or by signal",
        arguments: [
            ("exit-on@method=ping,code=7", MockExit.code(7)), ("exit-on@method=ping,signal=9", .signal(9)),
        ]
    )
    func exitOn(fault: String, exit: MockExit) throws {
        var talk = try Talk(faults: fault)
        #expect(talk.open().exit == nil)
        #expect(talk.ask("ping").effects == [.exit(exit)])
    }

    @Test("silent-on-probe drops server/discover only")
    func silentOnProbe() throws {
        var talk = try Talk(faults: "silent-on-probe")
        #expect(talk.askModern("server/discover").effects == [])
        #expect(talk.open().message["result"] != nil)
    }

    @Test("stdout-banner prints before the first message")
    func banner() throws {
        var talk = try Talk(faults: "stdout-banner@text=Hello,lines=2")
        talk.ask("ping")
        #expect(
            Reply(effects: talk.effects).lines.prefix(3) == [
                "Hello", "Hello", #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
            ]
        )
    }

    @Test("stderr-flood writes about as much as it was told, without holding it")
    func flood() throws {
        let talk = try Talk(faults: "stderr-flood=1MB")
        guard case .fill(let line, let times, to: .standardError)? = talk.effects.first else {
            Issue.record("no flood: \(talk.effects)")
            return
        }
        #expect(abs(line.count * times - 1_000_000) <= line.count)
    }

    @Test("ignore-stdin-close and ignore-sigterm each ignore just that")
    func ignoring() throws {
        var patient = try Talk(faults: "ignore-stdin-close")
        #expect(patient.close().effects == [])
        #expect(patient.terminate().exit == .signal(15))
        var stubborn = try Talk(faults: "ignore-sigterm")
        #expect(stubborn.terminate().effects == [])
        #expect(stubborn.close().exit == .code(0))
    }

    @Test(
        "grandchild starts a child at once, in the group or out of it",
        arguments: [
            ("grandchild=5", false), ("grandchild-setsid=5", true),
        ]
    )
    func grandchild(fault: String, leaves: Bool) throws {
        let talk = try Talk(faults: fault)
        guard case .spawn(let child)? = talk.effects.first else {
            Issue.record("no child: \(talk.effects)")
            return
        }
        #expect(child.lifetimeInSeconds == 5)
        #expect(child.leavesSession == leaves)
    }

    @Test("fork-bomb starts so many children at once, each in a session of its own, and never too many")
    func forkBomb() throws {
        for (fault, count) in [("fork-bomb=3,seconds=5", 3), ("fork-bomb", 16), ("fork-bomb=1000000", 64)] {
            let children = try Talk(faults: fault).effects.compactMap { effect in
                if case .spawn(let child) = effect { child } else { nil }
            }
            #expect(children.count == count)
            #expect(children.allSatisfy { $0.leavesSession })
        }
    }

    @Test("half-open closes stdout after so many messages and lives on")
    func halfOpen() throws {
        var talk = try Talk(faults: "half-open=2")
        talk.ask("ping")
        #expect(talk.ask("ping").effects.last == .close(.standardOutput))
        #expect(talk.ask("ping").effects == [])
        #expect(talk.close().exit == .code(0))
    }

    @Test("farewell prints when stdin is closed, unclean-exit ends with a trace and a code")
    func endings() throws {
        var polite = try Talk(faults: "farewell")
        let goodbye = polite.close()
        #expect(goodbye.lines == ["bye"])
        #expect(goodbye.exit == .code(0))
        var unclean = try Talk(faults: "unclean-exit=2")
        let crash = unclean.close()
        #expect(crash.log.hasPrefix("Traceback"))
        #expect(crash.exit == .code(2))
    }
}
