import Testing

@testable import MCPHTTP

@Suite("The name server of this system", .timeLimit(.minutes(1)))
struct SystemResolverTests {
    @Test("gives what a name stands for, and an address for itself", arguments: ["localhost", "127.0.0.1", "::1"])
    func found(host: String) async throws {
        let addresses = try await SystemResolver.addresses(of: host)
        #expect(!addresses.isEmpty)
        #expect(addresses.allSatisfy { !$0.isPublic })
    }

    @Test("says what it does not know")
    func unknown() async {
        do throws(HTTPFault) {
            _ = try await SystemResolver.addresses(of: "nothing.invalid")
            Issue.record("an address")
        } catch {
            guard case .unreachable(.dns, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
