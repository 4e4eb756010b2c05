import Yams

/// What all suites have in common: the checks, and how long a silent server is listened to.
package struct SuiteProfile: Sendable, Hashable {
    /// Patterns of check ids.
    package let checks: [String]
    /// For whatever an entry says that it never comes.
    package let silence: Duration

    /// Everything.
    package static let usual = SuiteProfile(
        checks: CheckGroup.allCases.filter { ![.http, .client].contains($0) }.map { "\($0.rawValue)-*" },
        silence: .milliseconds(300)
    )

    init(checks: [String], silence: Duration) {
        self.checks = checks
        self.silence = silence
    }

    /// Reads a profile.
    package init(_ text: String) throws(EntrySuite.Fault) {
        let node = try EntrySuite.node(text)
        checks = (node["checks"]?.sequence.map(Array.init) ?? []).compactMap(\.string)
        guard !checks.isEmpty else {
            throw EntrySuite.Fault(description: "checks is missing: name patterns such as TOOLS-*")
        }
        guard let count = node["silenceMilliseconds"]?.int, count > 0 else {
            throw EntrySuite.Fault(description: "silenceMilliseconds is missing: write a number such as 300")
        }
        silence = .milliseconds(count)
    }

    /// The file that it is read from.
    package var yaml: String {
        """
        # What every integration is checked for; its own file says what is tried of it.
        checks:
        \(checks.map { "  - \"\($0)\"" }.joined(separator: "\n"))
        # How long a server is listened to that says nothing, as its entry declares.
        silenceMilliseconds: \(silence.wholeMilliseconds)

        """
    }
}
