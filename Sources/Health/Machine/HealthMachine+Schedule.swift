extension HealthMachine {
    /// When it should be probed next, without jitter; a moment that has passed means now.
    ///
    /// A refused credential is tried no oftener than a good one, a pause that was asked for is kept, and what cannot be
    /// reached is tried at growing distances.
    package var nextProbe: Moment {
        guard missing.isEmpty else { return latest.advanced(by: policy.interval) }
        if isSuspected { return notBeforePause(latest) }
        guard let lastProbe else { return notBeforePause(configuredAt ?? standing.since) }
        return notBeforePause(lastProbe.advanced(by: distance))
    }

    private func notBeforePause(_ moment: Moment) -> Moment {
        pausedUntil.map { max($0, moment) } ?? moment
    }

    private var distance: Duration {
        if isRefused || !mustRecover { return policy.probeEvery }
        let doublings = min(max(0, failedRun - policy.failuresUntilDisconnected), 16)
        return min(policy.confirmEvery * (1 << doublings), policy.probeEvery)
    }
}
