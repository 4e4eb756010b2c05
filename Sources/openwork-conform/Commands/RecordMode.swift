import ArgumentParser

/// When a recording is made although there may be one already.
enum RecordMode: String, ExpressibleByArgument, CaseIterable {
    /// Only where there is no file yet.
    case once
    /// What the file does not have yet is added to it.
    case new
    /// Always, from scratch.
    case all
    /// Never: the file has to be there.
    case none
}
