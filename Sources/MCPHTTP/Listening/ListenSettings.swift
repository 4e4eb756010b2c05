package import NIOSSL

/// Where a server listens, and what it bears from those who connect.
package struct ListenSettings: Sendable {
    /// An address of this machine.
    package var host: String
    /// 0 takes any that is free.
    package var port: Int
    /// A socket that listens already, in the place of host and port; it belongs to the server from then on.
    package var socket: CInt?
    /// After so long without a byte a connection is closed on which no request is being answered; nil for never.
    package var idleBound: Duration?
    /// Further connections wait in the kernel; nil for no limit.
    package var connectionLimit: Int?
    /// Bytes of the header fields of a request together.
    package var headerLimitInBytes: Int
    /// Certificate and key; nil for plain HTTP.
    package var tls: TLSConfiguration?

    /// On loopback, with neither idle bound nor limit of connections, unless set otherwise.
    package init(host: String = "127.0.0.1", port: Int = 0) {
        self.host = host
        self.port = port
        headerLimitInBytes = 80 << 10
    }
}
