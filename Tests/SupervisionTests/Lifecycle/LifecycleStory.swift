import Health
import Supervision

/// A server to which things happen at random, the same for the same seed.
struct LifecycleStory {
    private(set) var server: ServerLifecycle
    private(set) var processes = 0
    /// The least time, in seconds, in which it was started seven times without anybody's doing.
    private(set) var quickestSeven = Int.max
    private var random: SplitMix
    private var now = 0
    private var starts: [Int] = []

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
        let policy = RestartPolicy(idleLimit: .seconds(90))
        server = ServerLifecycle(mode: seed % 2 == 0 ? .eager : .onDemand, policy: policy)
    }

    mutating func happen() {
        now += Int.random(in: 0...20, using: &random)
        let moment = Moment(.seconds(now))
        let before = server.phase
        let hadProcess = processes == 1
        let actions = event(at: moment)
        let ended = hadProcess && processes == 0
        if case .running(let since) = before, moment.since(since) >= .seconds(120), ended { starts = [] }
        for action in actions where action == .start { count() }
        if actions.contains(.stop) { starts = [] }
    }

    private mutating func event(at moment: Moment) -> [LifecycleAction] {
        switch Int.random(in: 0..<100, using: &random) {
        case 0:
            starts = []
            return server.changed(at: moment)
        case 1:
            starts = []
            return server.stop()
        case 2..<30: return server.want(at: moment)
        case 30..<45: return server.becameReady(at: moment)
        case 45..<48:
            server.callBegan(at: moment)
            return []
        case 48..<51: return server.callEnded(at: moment)
        case 51..<70: return server.tick(at: moment)
        default:
            guard processes == 1 else { return [] }
            processes = 0
            let causes: [OutcomeCode?] = [nil, .exited, .timeout, .vendorError]
            let cause = causes.randomElement(using: &random) ?? nil
            return server.ended(because: cause, chance: Double.random(in: 0...1, using: &random), at: moment)
        }
    }

    private mutating func count() {
        starts.append(now)
        processes += 1
        if starts.count >= 7 { quickestSeven = min(quickestSeven, now - starts[starts.count - 7]) }
    }
}

/// The same numbers for the same seed.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
