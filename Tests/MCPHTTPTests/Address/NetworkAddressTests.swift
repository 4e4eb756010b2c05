import Testing

@testable import MCPHTTP

@Suite("A network address")
struct NetworkAddressTests {
    @Test(
        "is private where only some can reach it, and where hosters keep metadata",
        arguments: [
            "0.0.0.0", "10.1.2.3", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "100.64.0.1", "100.100.100.200", "192.0.0.192", "168.63.129.16", "198.18.0.1", "224.0.0.1",
            "255.255.255.255", "::", "::1", "fe80::1", "fd00:ec2::254", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
            "64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378::1", "2001:db8::1", "ff02::1",
        ]
    )
    func isPrivate(text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic == false)
    }

    @Test(
        "is public elsewhere, and prints as it is written",
        arguments: ["8.8.8.8", "172.32.0.1", "192.0.1.1", "168.63.129.17", "100.128.0.1", "2606:4700::1111"]
    )
    func isPublic(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.isPublic)
        #expect("\(address)" == text)
    }

    @Test(
        "has one spelling",
        arguments: ["", "1.2.3", "010.0.0.1", "0x7f.0.0.1", "[::1]", "fe80::1%eth0", "a.b", "1.2.3.4.5"]
    )
    func others(text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
