import JSON

extension HealthOverrides {
    static let form = Form<HealthOverrides>.object(
        "Health",
        "Where watching this integration differs from the usual policy.",
        blank: HealthOverrides(),
        [
            .optional("interval", { $1(&$0.interval) }, .duration, "from one probe to the next"),
            .optional("slowLimit", { $1(&$0.slowLimit) }, .duration, "an answer that takes longer is slow"),
            .optional("probeTimeLimit", { $1(&$0.probeTimeLimit) }, .duration, "a probe is given up after this"),
            .optional("startTimeLimit", { $1(&$0.startTimeLimit) }, .duration, "how long it may take to start"),
            .optional(
                "failuresUntilDisconnected",
                { $1(&$0.failuresUntilDisconnected) },
                .integer(1...100),
                "failures in a row until it counts as disconnected"
            ),
            .optional(
                "successesUntilConnected",
                { $1(&$0.successesUntilConnected) },
                .integer(1...100),
                "good contacts in a row until it counts as recovered"
            ),
        ]
    )
}
