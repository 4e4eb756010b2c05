import Glibc
import NIOCore

extension Channel {
    /// Ends the connection whatever is on its way: in order (FIN), or by breaking it off (RST).
    func cut(isReset: Bool) async {
        if isReset, let socket = self as? any SocketOptionProvider {
            // Without time to linger, closing discards what is unsent and resets the connection.
            try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        // Whoever closed it first, it is closed.
        try? await close(mode: .all).get()
    }
}
