import Glibc
import Registry

/// Who listens where the daemon wants to.
extension Examination {
    var listening: Finding {
        guard let owner = Self.owner(ofPort: port) else {
            return Finding(grade: .good, thing: "port", words: "\(port) is free")
        }
        guard owner == geteuid() else {
            return Finding(
                grade: .bad,
                thing: "port",
                words: "\(port) is taken by a program of the user with id \(owner)",
                fix: "give the daemon another one: openworkd --port 18801, and OPENWORK_URL=http://localhost:18801"
            )
        }
        return Finding(
            grade: .good,
            thing: "port",
            words: "a program of yours listens on \(port): openwork status says whether it is the daemon"
        )
    }

    /// The user who listens there on loopback or on every address; nil for nobody.
    private static func owner(ofPort port: Int) -> uid_t? {
        for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
            // Without the table nobody is seen, and starting the daemon will tell.
            guard let bytes = try? LocalFile.bytes(of: table) else { continue }
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
                let columns = line.split(separator: " ")
                guard columns.count > 7, columns[3] == "0A",
                    let place = columns[1].split(separator: ":").last.flatMap({ Int($0, radix: 16) }), place == port
                else { continue }
                return uid_t(columns[7])
            }
        }
        return nil
    }
}
