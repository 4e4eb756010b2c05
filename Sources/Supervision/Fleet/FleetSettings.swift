/// How a fleet works; everything that a deployment may want otherwise.
package struct FleetSettings: Sendable, Hashable {
    /// The folder of the logs, one file for each integration; nil keeps them in memory only.
    package var logFolder: String?
    /// The folder in which running processes are written down, so that the next run finds leftovers; nil for none.
    package var runFolder: String?
    /// The folder in which skills that somebody wrote are looked for; nil for the present one.
    package var skillFolder: String?
    /// Who takes leases: the same for each run on the same home.
    package var holder: String
    /// Probes at once; one that takes long does not count any more.
    package var probesAtOnce: Int
    /// Servers that start at once; one that takes long does not count any more.
    package var startsAtOnce: Int
    /// After so long a probe or a start lets another begin beside it.
    package var patience: Duration
    /// Probes are moved by up to this share of their distance, so that they spread.
    package var jitter: Double
    /// How long a call waits for a server that is started for it.
    package var readyWithin: Duration
    /// How often what was seen is written down.
    package var writeEvery: Duration
    /// How often the clock is looked at: a look that comes much later means that the host slept.
    package var heartbeat: Duration

    /// Settings for one machine; the folders are none unless given.
    package init(logFolder: String? = nil, runFolder: String? = nil, holder: String = "openworkd") {
        self.logFolder = logFolder
        self.runFolder = runFolder
        self.holder = holder
        probesAtOnce = 8
        startsAtOnce = 4
        patience = .seconds(3)
        jitter = 0.1
        readyWithin = .seconds(45)
        writeEvery = .seconds(2)
        heartbeat = .seconds(10)
    }
}
