extension MockServer {
    /// Adds faults, written as on the command line, for example `latency=2s` or `crash@byte=120`.
    ///
    /// The seed is for what is random in them: the same seed gives the same session.
    /// - Parameters:
    ///   - faults: each a name, with its settings behind it.
    ///   - seed: any number.
    /// - Returns: the server with the faults.
    /// - Throws: `MockFaultError`, which names an unknown fault or parameter together with the nearest known one.
    public func failing(_ faults: String..., seed: UInt64 = 1) throws(MockFaultError) -> MockServer {
        var copy = self
        copy.seed = seed
        for written in faults {
            copy.faults.append(try FaultCatalogue.all.fault(writtenAs: written))
        }
        return copy
    }

    /// Adds faults that were read before.
    package func failing(_ faults: [MockFault]) -> MockServer {
        changed { $0.faults.append(contentsOf: faults) }
    }

    /// Sets the seed of all that is random.
    package func seeded(_ seed: UInt64) -> MockServer {
        changed { $0.seed = seed }
    }

    /// What it does wrong, as it was written.
    package var writtenFaults: [String] {
        faults.map(\.written)
    }
}
