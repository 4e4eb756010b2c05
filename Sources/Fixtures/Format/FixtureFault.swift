/// One thing that is wrong with the text of a fixture.
package struct FixtureFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1.
    package var line: Int
    /// What is wrong and how to mend it.
    package var text: String

    /// Names a fault and its line.
    package init(line: Int, _ text: String) {
        self.line = line
        self.text = text
    }

    /// The line and the fault; whoever knows the file puts its name in front.
    package var description: String { "\(line): \(text)" }
}
