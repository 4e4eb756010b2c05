import JSON

extension HealthOverrides {
    static let form = Form<HealthOverrides>.object(
        "Health",
        "Where watching this integration differs from the usual policy.",
        blank: HealthOverrides(),
        [
            .optional("interval", \.interval, .duration, "from one probe to the next"),
            .optional("slowLimit", \.slowLimit, .duration, "an answer that takes longer is slow"),
            .optional("probeTimeLimit", \.probeTimeLimit, .duration, "a probe is given up after this"),
            .optional("startTimeLimit", \.startTimeLimit, .duration, "how long it may take to start"),
            .optional(
                "failuresUntilDisconnected",
                \.failuresUntilDisconnected,
                .integer(1...100),
                "failures in a row until it counts as disconnected"
            ),
            .optional(
                "successesUntilConnected",
                \.successesUntilConnected,
                .integer(1...100),
                "good contacts in a row until it counts as recovered"
            ),
        ]
    )
}
