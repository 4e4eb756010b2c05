import MCPAuthorization
import Testing

@Suite("Address rule")
struct AddressRuleTests {
    @Test(
        "knows private hosts by their form",
        arguments: [
            "localhost", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "100.64.0.1", "0.0.0.0", "[::1]", "[::]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]",
            "[2002:a00:1::]", "db", "printer.local", "metadata.google.internal", "2130706433", "0x7f.1", "127.1",
            "010.0.0.1", "224.0.0.1", "localhost.",
        ]
    )
    func privateHosts(host: String) {
        #expect(AddressRule.isPrivate(host))
    }

    @Test(
        "lets public hosts pass",
        arguments: [
            "example.com", "8.8.8.8", "172.32.0.1", "[2606:4700::1111]", "internal.example.com", "10.example.com",
        ]
    )
    func publicHosts(host: String) {
        #expect(!AddressRule.isPrivate(host))
    }
}
