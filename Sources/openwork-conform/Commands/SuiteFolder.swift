import ArgumentParser
import Conformance
import Glibc

/// A folder of suites: `profiles/entry.yaml`, and `<id>.yaml` for each integration.
struct SuiteFolder {
    let path: String

    /// The profile that all of them share.
    func profile() throws -> SuiteProfile {
        try read("profiles/entry.yaml") { text throws(EntrySuite.Fault) in try SuiteProfile(text) }
    }

    /// The suites of these integrations; one that is not there is left out.
    func suites(of ids: Set<String>) throws -> [String: EntrySuite] {
        var suites: [String: EntrySuite] = [:]
        for id in ids.sorted() where access("\(path)/\(id).yaml", R_OK) == 0 {
            suites[id] = try read("\(id).yaml") { text throws(EntrySuite.Fault) in try EntrySuite(text, of: id) }
        }
        return suites
    }

    /// Writes all of them; whatever else lies there stays.
    func write(_ suites: [EntrySuite]) throws {
        mkdir(path, 0o755)
        mkdir("\(path)/profiles", 0o755)
        try TextFile(path: "\(path)/profiles/entry.yaml").write(SuiteProfile.usual.yaml)
        for suite in suites { try TextFile(path: "\(path)/\(suite.integration).yaml").write(suite.yaml) }
    }

    private func read<Value>(
        _ name: String,
        _ make: (String) throws(EntrySuite.Fault) -> Value
    ) throws -> Value {
        let text = try TextFile(path: "\(path)/\(name)").read()
        do throws(EntrySuite.Fault) {
            return try make(text)
        } catch {
            throw ValidationError("\(path)/\(name): \(error)")
        }
    }
}
