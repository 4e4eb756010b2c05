import Daemon
import Foundation
import Glibc
import Testing

@Suite("The login shell")
struct LoginShellTests {
    @Test("is what the system has on record, whatever the environment says")
    func recorded() throws {
        let records = try String(contentsOfFile: "/etc/passwd", encoding: .utf8).split(separator: "\n")
        let fields = records.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
        let own = fields.first { $0.count == 7 && $0[2] == "\(geteuid())" }
        let recorded = own.map { String($0[6]) }.flatMap { $0.isEmpty ? nil : $0 }
        if let recorded { #expect(LoginShell.ofThisUser() == recorded) }
    }
}
