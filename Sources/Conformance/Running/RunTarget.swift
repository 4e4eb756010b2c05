/// A server to be checked: its name in reports, and the way to it.
package struct RunTarget: Sendable {
    /// The name in reports.
    package let subject: Subject
    /// The way to it.
    package let host: any ServerHost

    /// A server to be checked.
    package init(subject: Subject, host: any ServerHost) {
        self.subject = subject
        self.host = host
    }
}
