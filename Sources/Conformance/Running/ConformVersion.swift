/// The version of the checks and of the tool that runs them.
package enum ConformVersion {
    /// Printed in reports and by `--version`.
    package static let current = "0.1.0"
}
