/// What an installation is doing, for those who wait for it.
package enum InstallEvent: Sendable, Hashable {
    /// What is there already is what was asked for.
    case reused
    /// A step began; in a few words.
    case began(Step)
    /// What the client says, without credentials.
    case said(String)
    /// It is there, whole.
    case finished

    /// The steps, in order; not every kind has all of them.
    package enum Step: String, Sendable, Hashable, CaseIterable {
        /// Finding the clients and runtimes that it needs.
        case tools
        /// Making the folder, or the environment.
        case environment
        /// Finding out what exactly is to be fetched.
        case resolve
        /// Fetching and unpacking.
        case fetch
        /// Putting it in its place.
        case commit
    }
}
