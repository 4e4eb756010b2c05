/// Words of a command line, quoted so that a shell reads them back unchanged.
package enum ShellWord {
    /// The word itself where that is safe, otherwise in single quotes.
    package static func quoted(_ word: String) -> String {
        let isSafe = !word.isEmpty && word.utf8.allSatisfy(isPlain)
        return isSafe
            ? word
            : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    /// A whole command line.
    package static func line(_ words: [String]) -> String {
        words.map(quoted).joined(separator: " ")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-_./:=@%+,".utf8.contains(byte)
        }
    }
}
