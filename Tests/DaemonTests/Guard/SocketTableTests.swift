import Testing

@testable import Daemon

@Suite struct SocketTableTests {
    private static let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:4970 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 111 1 0000000000000000
           1: 0100007F:C350 0100007F:4970 01 00000000:00000000 00:00000000 00000000  1001        0 222 1 0000000000000000
           2: 0100007F:4970 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 333 1 0000000000000000
           3: 0100007F:C351 0100007F:4970 06 00000000:00000000 00:00000000 00000000     0        0 0 3 0000000000000000
           4: 0000000000000000FFFF00000100007F:C352 0000000000000000FFFF00000100007F:4970 01 0:0 00:0 0  1002        0 444 1
        """[...]

    private static func end(_ port: Int) -> SocketTable.End {
        SocketTable.End(address: [127, 0, 0, 1], port: port)
    }

    @Test func `The owner is who holds the client's end`() {
        #expect(SocketTable.owner(from: Self.end(50_000), to: Self.end(18_800), in: Self.table) == 1_001)
    }

    @Test func `A socket that its process has closed proves nothing, though the table says root`() {
        #expect(SocketTable.owner(from: Self.end(50_001), to: Self.end(18_800), in: Self.table) == nil)
    }

    @Test func `An IPv4 address in IPv6 clothes is found`() {
        #expect(SocketTable.owner(from: Self.end(50_002), to: Self.end(18_800), in: Self.table) == 1_002)
    }

    @Test func `Nobody is behind a connection that is not there`() {
        #expect(SocketTable.owner(from: Self.end(50_009), to: Self.end(18_800), in: Self.table) == nil)
        #expect(SocketTable.owner(from: Self.end(50_000), to: Self.end(18_801), in: Self.table) == nil)
    }
}
