import Accuracy
import Testing

@Suite("A distribution of times")
struct DistributionTests {
    @Test("gives the least value that so large a part does not exceed")
    func quantiles() {
        var times = Distribution()
        for second in (1...100).reversed() { times.add(.seconds(second)) }
        times.add(nil)
        #expect(times.count == 100)
        #expect(times.quantile(0.5) == .seconds(50))
        #expect(times.quantile(0.99) == .seconds(99))
        #expect(times.quantile(1) == .seconds(100))
        #expect(Distribution().quantile(0.5) == nil)
    }
}
