import DaemonAPI
import HTTPTypes
import Testing

@testable import Daemon

@Suite struct DoorkeeperTests {
    private static let local = Doorkeeper(.user(1_000))

    @Test func `The user who runs the daemon may call, and root`() {
        #expect(Self.local.refusal(authority: "localhost:18800", fields: [:], peer: 1_000) == nil)
        #expect(Self.local.refusal(authority: "127.0.0.1:18800", fields: [:], peer: 0) == nil)
    }

    @Test(arguments: [1_001, nil] as [UInt32?])
    func `Others may not, nor whoever cannot be told`(peer: UInt32?) {
        #expect(Self.local.refusal(authority: "localhost", fields: [:], peer: peer)?.status == 403)
    }

    @Test(arguments: ["evil.example", "localhost.evil.example", "192.168.0.1"])
    func `A rebound host is refused`(host: String) {
        #expect(Self.local.refusal(authority: host, fields: [:], peer: 1_000)?.code == "foreign_caller")
    }

    @Test func `Pages of other sites are refused`() {
        let origin: HTTPFields = [.origin: "https://evil.example"]
        #expect(Self.local.refusal(authority: "localhost", fields: origin, peer: 1_000)?.status == 403)
        var form = HTTPFields()
        if let name = HTTPField.Name("Sec-Fetch-Site") { form[name] = "cross-site" }
        #expect(Self.local.refusal(authority: "localhost", fields: form, peer: 1_000)?.status == 403)
    }

    @Test(arguments: ["http://localhost:3000", "http://127.0.0.1:18800", "null"])
    func `So are pages of other programs on this machine, and the daemon's own are not`(page: String) {
        let refusal = Self.local.refusal(authority: "localhost:18800", fields: [.origin: page], peer: 1_000)
        #expect(refusal?.code == "foreign_caller")
        let own: HTTPFields = [.origin: "http://localhost:18800"]
        #expect(Self.local.refusal(authority: "localhost:18800", fields: own, peer: 1_000) == nil)
    }

    @Test func `The audit is told which token it was, and never the token`() {
        let tokens = ["a", "b"].map { String(repeating: $0, count: 40) }
        let door = Doorkeeper(.token(AccessTokens(tokens)))
        let names = tokens.map { door.party([.authorization: "Bearer \($0)"]) }
        #expect(Set(names).count == 2 && names.allSatisfy { $0.hasPrefix("token ") && $0.utf8.count == 14 })
        #expect(Doorkeeper(.user(1)).party([.authorization: "Bearer \(tokens[0])"]) == "operator")
    }

    @Test func `Bound elsewhere only a token opens`() {
        let token = String(repeating: "t", count: 40)
        let door = Doorkeeper(.token(AccessTokens([token])), hosts: ["openwork.example"])
        let right: HTTPFields = [.authorization: "Bearer \(token)"]
        let wrong: HTTPFields = [.authorization: "Bearer \(token)x"]
        #expect(door.refusal(authority: "openwork.example", fields: right, peer: nil) == nil)
        #expect(door.refusal(authority: "openwork.example", fields: wrong, peer: nil)?.status == 401)
        #expect(door.refusal(authority: "openwork.example", fields: [:], peer: 1_000)?.status == 401)
    }

    @Test func `Liveness tells nothing, so anybody may ask`() {
        #expect(Self.local.refusal(authority: "localhost", fields: [:], peer: nil, at: .open) == nil)
    }
}
