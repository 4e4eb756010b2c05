import Glibc

/// The descriptors 0, 1 and 2, to which everybody writes what is for people, whatever is behind them.
package enum StandardDescriptors {
    /// Puts nothing behind those that are closed.
    ///
    /// To be called before anything is opened: the next file would get such a number, and a database or a socket
    /// would find our log in it.
    package static func fill() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
            // The lowest number that is free is taken: this one.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
