/// An earlier try of a check, which was repeated because of what it came to.
package struct Attempt: Hashable, Sendable {
    /// The judgement then.
    package let verdict: Verdict
    /// How long it took then.
    package let duration: Duration

    /// An attempt that was made.
    package init(verdict: Verdict, duration: Duration) {
        self.verdict = verdict
        self.duration = duration
    }
}
