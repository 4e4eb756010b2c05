import Testing

@testable import MockMCP
@testable import MockMCPHTTP

@Suite("One response of a mock over HTTP")
struct ReplyMachineTests {
    private static let answer = MockEffect.write(Array("{}\n".utf8), to: .standardOutput)

    private func machine(
        _ source: ReplyMachine.Source = .document,
        streams: Bool = true,
        _ effects: (MockEffect, Duration)...
    ) -> ReplyMachine {
        var machine = ReplyMachine(source: source, acceptsEventStream: streams, owesAnswer: true)
        machine.add(effects.map { .init(delay: $1, effect: $0) }, at: .zero, isAnswer: true)
        return machine
    }

    private func steps(_ machine: ReplyMachine, at now: Duration = .zero) -> [ReplyStep] {
        var machine = machine
        var steps: [ReplyStep] = []
        while let step = machine.next(at: now) { steps.append(step) }
        return steps
    }

    @Test("is plain JSON when one message is all there is")
    func plain() {
        #expect(
            steps(machine(.document, (Self.answer, .zero)))
                == [.begin(isEventStream: false, contentType: nil), .write(Array("{}".utf8)), .finish]
        )
    }

    @Test("is an event stream for a client that takes one when there is more")
    func twice() {
        let event = ReplyStep.write(Array("data: {}\n\n".utf8))
        #expect(
            steps(machine(.document, (Self.answer, .zero), (Self.answer, .zero)))
                == [.begin(isEventStream: true, contentType: nil), event, event, .finish]
        )
        #expect(
            steps(machine(.document, streams: false, (Self.answer, .zero), (Self.answer, .zero)))
                == [
                    .begin(isEventStream: false, contentType: nil), .write(Array("{}".utf8)),
                    .write(Array("\n{}".utf8)), .finish,
                ]
        )
    }

    @Test("does not even begin before what delays it is over")
    func late() {
        let late = machine(.document, (Self.answer, .seconds(2)))
        #expect(steps(late).isEmpty)
        #expect(late.nextDue == .seconds(2))
        #expect(steps(late, at: .seconds(2)).count == 3)
    }

    @Test("never ends when the answer was kept back")
    func swallowed() {
        #expect(steps(machine()) == [.hold])
    }

    @Test("breaks off in the middle")
    func cut() {
        let part = MockEffect.write(Array("{".utf8), to: .standardOutput)
        #expect(
            steps(machine(.document, (part, .zero), (.close(.standardOutput), .zero), (Self.answer, .zero)))
                == [
                    .begin(isEventStream: false, contentType: nil), .write(Array("{".utf8)),
                    .cut(isReset: false, closesOutput: true),
                ]
        )
        #expect(steps(machine(.document, (.exit(.code(3)), .zero))) == [.exit(.code(3))])
        #expect(
            steps(machine(.none, (.http(.cut(isReset: true)), .zero))) == [.cut(isReset: true, closesOutput: false)]
        )
    }

    @Test("is another response in place of everything")
    func refused() {
        let refusal = HTTPRefusal(429)
        #expect(steps(machine(.document, (.http(.answer(refusal)), .zero))) == [.answer(refusal)])
    }

    @Test("begins at once where the sound server streams, and goes on while it does")
    func streaming() {
        var streaming = ReplyMachine(source: .eventStream, acceptsEventStream: true, owesAnswer: true)
        #expect(streaming.next(at: .zero) == .begin(isEventStream: true, contentType: nil))
        #expect(streaming.next(at: .zero) == nil)
        streaming.add([.init(delay: .zero, effect: Self.answer)], at: .zero, isAnswer: true)
        #expect(streaming.next(at: .zero) == .write(Array("data: {}\n\n".utf8)))
        #expect(streaming.next(at: .zero) == nil)
        streaming.sourceEnded()
        #expect(streaming.next(at: .zero) == .finish)
        #expect(streaming.next(at: .zero) == nil)
    }

    @Test("repeats what is large without ever holding it")
    func large() {
        let fill = MockEffect.fill([0x78], times: 1_000_000, to: .standardOutput)
        #expect(
            steps(machine(.document, (fill, .zero)))
                == [
                    .begin(isEventStream: false, contentType: nil), .write([0x78]), .fill([0x78], times: 999_999),
                    .finish,
                ]
        )
    }
}
