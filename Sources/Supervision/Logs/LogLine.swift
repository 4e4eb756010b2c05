package import Store

/// One line of a server's log.
package struct LogLine: Sendable, Hashable {
    /// What it tells.
    package enum Kind: Sendable, Hashable {
        /// The server wrote it to its standard error.
        case said
        /// We wrote it: started, ended, and the like.
        case noted
        /// So many lines were not kept here, because they came too fast.
        case gap(lines: Int)
    }

    /// Counts all lines of this server since the daemon began; a gap in it means lines that are in memory no more.
    package var number: UInt64
    /// When it came.
    package var at: WallTime
    /// What it tells.
    package var kind: Kind
    /// Without secrets.
    package var text: String
}

extension LogLine {
    /// The line as it stands in a file: time, what kind it is where the server did not write it, and the text.
    package var written: String {
        switch kind {
        case .said: "\(at.text) \(text)"
        case .noted: "\(at.text) -- \(text)"
        case .gap: "\(at.text) … \(text)"
        }
    }
}
