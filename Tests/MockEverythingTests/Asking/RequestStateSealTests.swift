import Crypto
import JSON
import Synchronization
import Testing

@testable import MockEverything

@Suite("Sealed request states")
struct RequestStateSealTests {
    private let time = TestTime()

    private func seal(_ key: SymmetricKey? = nil) -> RequestStateSeal {
        RequestStateSeal(key: key, lifetime: .seconds(60), now: { [time] in time.now })
    }

    @Test("open to what was sealed, for the same request, until they expire")
    func roundTrip() throws {
        let seal = seal()
        let text = seal.seal(["name": "Alice"], for: "a")
        #expect(try seal.open(text, for: "a") == ["name": "Alice"])
        time.set(.seconds(59))
        #expect(try seal.open(text, for: "a") == ["name": "Alice"])
        time.set(.seconds(60))
        #expect(throws: RequestStateSeal.Fault.expired) { try seal.open(text, for: "a") }
    }

    @Test("stay closed for another request, and under another key")
    func binding() {
        let seal = seal()
        let text = seal.seal([:], for: "a")
        #expect(throws: RequestStateSeal.Fault.forged) { try seal.open(text, for: "b") }
        #expect(throws: RequestStateSeal.Fault.forged) { try self.seal().open(text, for: "a") }
    }

    @Test("stay closed when any character is changed, added or missing")
    func tampering() {
        let seal = seal()
        let text = Array(seal.seal(["step": 1], for: "a"))
        for index in text.indices {
            var changed = text
            changed[index] = text[index] == "0" ? "1" : "0"
            #expect(throws: RequestStateSeal.Fault.forged) { try seal.open(String(changed), for: "a") }
            changed = text
            changed.remove(at: index)
            #expect(throws: RequestStateSeal.Fault.forged) { try seal.open(String(changed), for: "a") }
        }
        for suffix in ["-TAMPERED", "0", "00", "."] {
            #expect(throws: RequestStateSeal.Fault.forged) { try seal.open(String(text) + suffix, for: "a") }
        }
    }

    @Test("can be opened by whoever has the key")
    func sharedKey() throws {
        let key = SymmetricKey(size: .bits256)
        #expect(try seal(key).open(seal(key).seal(["a": 1], for: "x"), for: "x") == ["a": 1])
    }
}

/// A time that stands still until it is set.
final class TestTime: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock(\.self) }

    func set(_ now: Duration) { time.withLock { $0 = now } }
}
