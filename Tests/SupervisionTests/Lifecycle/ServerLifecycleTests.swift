import Health
import Supervision
import Testing

@Suite("When a server is started and stopped")
struct ServerLifecycleTests {
    private func at(_ seconds: Int) -> Moment { Moment(.seconds(seconds)) }

    /// A server that runs since the first second.
    private func running(_ mode: ServerLifecycle.Mode = .eager, _ policy: RestartPolicy = RestartPolicy())
        -> ServerLifecycle
    {
        var server = ServerLifecycle(mode: mode, policy: policy)
        _ = server.want(at: at(0))
        _ = server.becameReady(at: at(1))
        return server
    }

    @Test("the first who wants it starts it, the second finds it started")
    func wanted() {
        var server = ServerLifecycle(mode: .onDemand)
        #expect(server.want(at: at(0)) == [.start])
        #expect(server.want(at: at(1)) == [])
        #expect(server.phase == .starting(since: at(0)))
        #expect(server.becameReady(at: at(2)) == [])
        #expect(server.phase == .running(since: at(2)))
    }

    @Test("one that ends by itself is started again after its pause, and calls under way fail")
    func restarted() {
        var server = running()
        server.callBegan(at: at(5))
        #expect(server.ended(because: .exited, chance: 0.5, at: at(10)) == [.failCalls, .wake(at: at(11))])
        #expect(server.want(at: at(10)) == [])
        #expect(server.tick(at: Moment(.milliseconds(10_999))) == [.wake(at: at(11))])
        #expect(server.tick(at: at(11)) == [.start])
        #expect(server.starts == 2)
    }

    @Test("pauses grow while it keeps ending, and begin anew once it ran for long enough")
    func grows() {
        var server = running()
        var now = 10
        for pause in [1, 2, 4] {
            #expect(server.ended(because: .exited, chance: 0.5, at: at(now)) == [.wake(at: at(now + pause))])
            now += pause
            #expect(server.tick(at: at(now)) == [.start])
            _ = server.becameReady(at: at(now))
        }
        #expect(server.ended(because: .exited, chance: 0.5, at: at(now + 120)) == [.wake(at: at(now + 121))])
    }

    @Test("one that keeps ending is in a crash loop, and rests for the longest pause between starts")
    func crashLoop() {
        var server = running()
        var now = at(10)
        for _ in 0..<20 {
            _ = server.ended(because: .exited, chance: 0.5, at: now)
            guard case .waiting(let until, _) = server.phase else { break }
            now = until
            _ = server.tick(at: now)
        }
        #expect(server.ended(because: .timeout, chance: 0.5, at: now) == [.wake(at: now.advanced(by: .seconds(300)))])
        #expect(server.phase.name == "crash_loop")
    }

    @Test(
        "what only people can mend is never tried again, until somebody changed something",
        arguments: [
            OutcomeCode.credentialMissing, .credentialInvalid, .credentialExpired, .scopeInsufficient, .spawnFailed,
        ]
    )
    func blocked(cause: OutcomeCode) {
        var server = running()
        #expect(server.ended(because: cause, chance: 0.5, at: at(10)) == [])
        #expect(server.phase == .blocked(by: cause))
        #expect(server.want(at: at(20)) == [])
        #expect(server.tick(at: at(100_000)) == [])
        #expect(server.starts == 1)
        #expect(server.changed(at: at(100_001)) == [.start])
    }

    @Test("a change while it runs ends it and starts it anew, whatever it ends with")
    func changed() {
        var server = running()
        server.callBegan(at: at(2))
        #expect(server.changed(at: at(5)) == [.failCalls, .stop])
        #expect(server.phase == .stopping(thenStart: true))
        #expect(server.ended(because: .credentialInvalid, chance: 0.5, at: at(6)) == [.failCalls, .start])
    }

    @Test("stopping is not ending by itself", arguments: [false, true])
    func stopped(isReady: Bool) {
        var server = ServerLifecycle(mode: .eager)
        _ = server.want(at: at(0))
        if isReady { _ = server.becameReady(at: at(1)) }
        #expect(server.stop() == [.stop])
        #expect(server.stop() == [])
        #expect(server.ended(because: .exited, chance: 0.5, at: at(3)) == [])
        #expect(server.phase == .stopped)
        #expect(server.exitsInARow == 0)
        #expect(server.tick(at: at(1_000)) == [])
    }

    @Test("who wants it while it ends gets it started again after that")
    func wantedWhileStopping() {
        var server = running()
        _ = server.stop()
        #expect(server.want(at: at(4)) == [])
        #expect(server.ended(because: nil, chance: 0.5, at: at(5)) == [.start])
    }

    @Test("one that nobody uses is stopped, one with a call under way is not")
    func idle() {
        var server = running(.onDemand, RestartPolicy(idleLimit: .seconds(60)))
        #expect(server.tick(at: at(30)) == [.wake(at: at(60))])
        server.callBegan(at: at(40))
        #expect(server.tick(at: at(500)) == [])
        #expect(server.callEnded(at: at(600)) == [.wake(at: at(660))])
        #expect(server.tick(at: at(660)) == [.stop])
        #expect(server.ended(because: nil, chance: 0.5, at: at(661)) == [])
        #expect(server.phase == .stopped)
        #expect(server.want(at: at(700)) == [.start])
    }

    @Test("one that nobody wants any more does not come back from its crash loop")
    func idleWhileWaiting() {
        var server = running(.onDemand, RestartPolicy(idleLimit: .seconds(60)))
        #expect(server.ended(because: .exited, chance: 0.5, at: at(70)) == [.wake(at: at(71))])
        #expect(server.tick(at: at(71)) == [])
        #expect(server.phase == .stopped)
    }

    @Test("whatever happens, starts are rare and every process is accounted for", arguments: 0..<50 as Range<UInt64>)
    func bounded(seed: UInt64) {
        var story = LifecycleStory(seed: seed)
        for _ in 0..<5_000 {
            story.happen()
            #expect(story.processes == (story.server.phase.hasProcess ? 1 : 0))
            // Seven starts that nobody asked for need at least one of the longest pauses.
            #expect(story.quickestSeven >= 240)
        }
        #expect(story.server.starts > 100)
    }
}
