/// A line of a file that somebody can open and mend.
package struct FilePlace: Hashable, Sendable {
    /// The path as it was given, relative to the working directory where it lies below it.
    package let file: String
    /// Counted from 1.
    package let line: Int

    /// A line of a file.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
