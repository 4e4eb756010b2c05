/// Why a client's file cannot be read or changed.
package struct ClientFileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, to stand after the file's name; never a value from the file.
    package let words: String
    /// Counted from 1; nil where the whole file is meant.
    package let line: Int?

    /// What is wrong, and where.
    package init(_ words: String, line: Int? = nil) {
        self.words = words
        self.line = line
    }

    /// The words, with the line where there is one.
    package var description: String { words + (line.map { " (line \($0))" } ?? "") }
}
