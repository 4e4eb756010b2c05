extension EntryPlan {
    /// Of the checks, those of which a stage can say anything.
    func judged(on stage: any EntryStage) -> EntryPlan {
        var plan = self
        plan.checks = checks.filter { stage.judges($0, nil) }
        plan.entryChecks = entryChecks.filter { stage.judges($0.about, $0.needs) }
        return plan
    }

    /// Whether anything has to be played, rather than read.
    var isPlayed: Bool {
        !checks.isEmpty || entryChecks.contains { !$0.needs.isEmpty || $0.id == EntryCheck.entryInstalled.id }
    }
}

extension EntryPreparation {
    /// Why nothing can be played; nil where it can.
    var obstacle: Verdict? {
        switch self {
        case .ready: nil
        case .refused: .incomplete("it could not be installed: see \(EntryCheck.entryInstalled.id.rawValue)")
        case .impossible(let verdict): verdict
        }
    }
}
