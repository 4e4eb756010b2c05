extension Report {
    /// Words for an excuse that excuses nothing any more.
    package static func idleExcuse(_ title: String) -> String {
        "\(title): passes now; take the excuse out of the baseline"
    }

    /// The report with what is wrong with the baseline itself.
    ///
    /// In a part of a divided run, an excuse for any subject may be needed elsewhere: it is judged when parts are merged.
    mutating func judge(_ baseline: Baseline?) {
        guard let baseline else { return }
        let idle = baseline.idle(in: results)
        let open = shard == nil ? [] : idle.filter { $0.subject == nil }
        shard?.idleExcuses = open.map(\.title).sorted()
        let stale = idle.filter { !open.contains($0) }.map { Self.idleExcuse($0.title) }
        staleExcuses = (baseline.expired + stale).sorted()
    }
}
