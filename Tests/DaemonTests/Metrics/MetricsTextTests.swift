import DaemonAPI
import Testing

@testable import Daemon

@Suite struct MetricsTextTests {
    @Test func `Numbers of one name stand together under one head, and labels are escaped`() {
        let text = MetricsText.write([
            Measurement("a_total", .counter, help: "Some.", labels: [("x", "1\"\\\n")], value: 2),
            Measurement("b", .gauge, help: "Other.", value: 0.5),
            Measurement("a_total", .counter, help: "Some.", labels: [("x", "2")], value: 3),
        ])
        #expect(
            text == """
                # HELP a_total Some.
                # TYPE a_total counter
                a_total{x="1\\"\\\\\\n"} 2
                a_total{x="2"} 3
                # HELP b Other.
                # TYPE b gauge
                b 0.5

                """
        )
    }
}
