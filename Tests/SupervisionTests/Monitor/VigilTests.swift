import Health
import Testing

@testable import Supervision

@Suite("A vigil")
struct VigilTests {
    private func at(_ seconds: Int) -> Moment { Moment(.seconds(seconds)) }

    @Test("notices a look that comes much later than it should", arguments: [(10, false), (20, false), (21, true)])
    func late(second: Int, slept: Bool) {
        var vigil = Vigil(every: .seconds(10), at: at(0))
        #expect(vigil.hasSlept(at: at(second)) == slept)
        let looks = [vigil.look(at: at(second)), vigil.look(at: at(second + 10))]
        #expect(looks == [slept, false])
    }

    @Test("tells of it once")
    func once() {
        var vigil = Vigil(every: .seconds(10), at: at(0))
        let first = vigil.look(at: at(3_600))
        #expect(first)
        #expect(!vigil.hasSlept(at: at(3_601)))
        let second = vigil.look(at: at(3_610))
        #expect(!second)
    }
}
