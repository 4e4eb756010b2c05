/// The version of daemon and command line, which belong together.
package enum DaemonVersion {
    /// As it is printed, and told to servers.
    package static let current = "0.1.0"
}
