import Conformance
import Reporting
import Testing

@Suite("The report for people")
struct PrettyRendererTests {
    @Test("is plain lines for a pipe, one per check, with everything below that did not pass")
    func plain() {
        let expected = #"""
            openwork-conform 9.9.9 · demo (live, stdio) · 2025-11-25 · seed 7

            passed      INIT-HANDSHAKE       demo  2025-11-25  12 ms
            failed      CALL-UNKNOWN-METHOD  demo  2025-11-25  3 ms  · error -32602 "no <b>& \u{1b}[31m]]>"
            advisory    TOOLS-BAD-CURSOR     demo  2025-11-25  2 ms  · a result
            incomplete  CALL-ANSWERED        demo  2025-11-25  0 ms  · name a tool with --call
            n/a         INIT-REQUIRED-META   demo  2025-11-25  0 ms  · revision 2025-11-25 has no such rule

            failed CALL-UNKNOWN-METHOD (must) · demo 2025-11-25
              rule      A request for a method that the server does not have is answered with the error -32601.
              expected  error -32601
              actual    error -32602 "no <b>& \u{1b}[31m]]>"
              message   {"id":1,\u{0}"error":{}}
              link      https://www.jsonrpc.org/specification#error_object
              seed      7
              repeat    openwork-conform run --check CALL-UNKNOWN-METHOD --seed 7 --server -- demo

            advisory TOOLS-BAD-CURSOR (should) · demo 2025-11-25
              rule      A cursor that the server does not know is answered with the error -32602.
              expected  error -32602
              actual    a result
              link      https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination#error-handling
              seed      7
              repeat    openwork-conform run --check TOOLS-BAD-CURSOR --seed 7 --server -- demo

            incomplete · demo 2025-11-25: name a tool with --call
              checks    CALL-ANSWERED

            note: demo: a note

            1 passed, 1 failed, 1 advisory, 1 incomplete, 1 not applicable in 1.234 s

            """#
        #expect(SampleReport.report.rendered(.pretty, style: .plain) == expected)
    }

    @Test("has signs and colours on a terminal, and lines no wider than it", arguments: [60, 80, 200])
    func terminal(width: Int) {
        let text = SampleReport.report.rendered(.pretty, style: TextStyle(isTerminal: true, width: width))
        #expect(text.contains("\u{1B}[32m  ✔ INIT-HANDSHAKE"))
        #expect(text.contains("\u{1B}[31m  ✘ CALL-UNKNOWN-METHOD"))
        let lines = text.split(separator: "\n").map { $0.replacing(/\u{1B}\[[0-9]*m/, with: "") }
        let wide = lines.filter {
            $0.count > width && !$0.contains("openwork-conform") && !$0.contains("https://")
                && !$0.contains(" in 1.234 s")
        }
        #expect(wide == [])
    }

    @Test("never lets a server's words steer the terminal")
    func harmless() {
        let text = SampleReport.report.rendered(.pretty, style: TextStyle(isTerminal: true, width: 100))
        #expect(!text.contains("\u{1B}[31m]]"))
        #expect(!text.contains("\u{0}"))
    }
}
