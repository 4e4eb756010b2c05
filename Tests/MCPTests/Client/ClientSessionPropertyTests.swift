import JSON
import MCP
import Testing

@Suite("Whatever happens, in whatever order")
struct ClientSessionPropertyTests {
    /// SplitMix64: the same seed tells the same story.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// What an outsider sees of a session, and the promises checked after each step.
    private struct Ledger {
        var made: Set<RequestID> = []
        var ended: Set<RequestID> = []
        var sentRequests: Set<RequestID> = []
        var timers: Set<ClientTimer> = []
        var faults: [String] = []

        mutating func record(_ actions: [ClientAction]) {
            for action in actions {
                switch action {
                case .complete(let id, _):
                    if !made.contains(id) { faults.append("\(id) ended without having been made") }
                    if !ended.insert(id).inserted { faults.append("\(id) ended twice") }
                case .send(let bytes):
                    let message = json(text(bytes))
                    guard let id = message["id"].flatMap({ RequestID($0) }), message["method"] != nil else { continue }
                    if !sentRequests.insert(id).inserted { faults.append("\(id) was sent twice") }
                    if ended.contains(id) { faults.append("\(id) was sent after its end") }
                case .setTimer(let timer, _): timers.insert(timer)
                case .cancelTimer(let timer): timers.remove(timer)
                default: break
                }
            }
        }
    }

    @Test("no request ends twice, none is dropped, and no timer is left over", arguments: 0..<300 as Range<UInt64>)
    func story(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let revision = try #require(ProtocolRevision.allCases.randomElement(using: &dice))
        let offer = try #require([RevisionOffer.all, .modern, .legacy].randomElement(using: &dice))
        var session = ClientSession(configuration: .testing(offer))
        var ledger = Ledger()
        for _ in 0..<120 {
            ledger.record(step(&session, &ledger, revision, &dice))
            #expect(session.requestsInFlight == ledger.made.subtracting(ledger.ended).count)
        }
        ledger.record(Bool.random(using: &dice) ? session.closed(.closed) : session.close())
        ledger.record(session.closed(.closedByUs))
        #expect(ledger.faults == [])
        #expect(ledger.made == ledger.ended)
        #expect(ledger.timers == [])
    }

    private func step(
        _ session: inout ClientSession,
        _ ledger: inout Ledger,
        _ revision: ProtocolRevision,
        _ dice: inout Dice
    ) -> [ClientAction] {
        let id = RequestID.integer(Int64.random(in: 0...12, using: &dice))
        switch Int.random(in: 0..<18, using: &dice) {
        case 0: return session.opened()
        case 1...4:
            let limits: [RequestOptions.TimeLimit] = [.standard, .within(.seconds(1)), .none]
            let options = RequestOptions(
                timeLimit: limits.randomElement(using: &dice) ?? .standard,
                wantsProgress: Bool.random(using: &dice)
            )
            let method = ["tools/list", "tools/call", "subscriptions/listen"].randomElement(using: &dice) ?? ""
            let (made, actions) = session.request(method, options: options)
            if !ledger.made.insert(made).inserted { ledger.faults.append("the id \(made) was given twice") }
            return actions
        case 5: return session.cancel(id)
        case 6:
            // A timer that is set may fire at any time, and fires once.
            guard let timer = ledger.timers.sorted(by: { "\($0)" < "\($1)" }).randomElement(using: &dice) else {
                return []
            }
            ledger.timers.remove(timer)
            return session.timerFired(timer)
        case 7 where Int.random(in: 0..<20, using: &dice) == 0:
            return session.closed(.exited(status: 1))
        default:
            return session.received(message(id, revision, &dice))
        }
    }

    private func message(_ id: RequestID, _ revision: ProtocolRevision, _ dice: inout Dice) -> String {
        let lines = [
            #"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"complete","tools":[]}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"input_required","requestState":"s"}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"odd"}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"result":3}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32601,"message":"m"}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32022,"message":"m","data":{"supported":["\#(revision)"]}}}"#,
            #"{"jsonrpc":"2.0","id":"\#(id)","result":{}}"#,
            #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"m"}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":\#(id),"progress":1}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":\#(id)}}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#,
            #"{"jsonrpc":"2.0","id":\#(id),"method":"roots/list"}"#,
            #"[{"jsonrpc":"2.0","id":\#(id),"result":{}},{"jsonrpc":"2.0","id":\#(id),"result":{}}]"#,
            "noise", "{",
            ClientSession.discovery([revision.rawValue], id: 1),
            ClientSession.initialization(revision.rawValue, id: Int.random(in: 1...4, using: &dice)),
        ]
        return lines.randomElement(using: &dice) ?? ""
    }
}
