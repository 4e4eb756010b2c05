import DaemonAPI
import Health

extension StatusReport {
    /// The numbers that follow from the status.
    var measurements: [Measurement] {
        let counts = HealthState.allCases.map { state in
            Measurement(
                "openwork_integrations",
                .gauge,
                help: "Enabled integrations by state.",
                labels: [("state", state.rawValue)],
                value: Double(count(state))
            )
        }
        let enabled = integrations.filter(\.isEnabled)
        let states = enabled.flatMap { row in
            HealthState.allCases.map { state in
                Measurement(
                    "openwork_integration_state",
                    .gauge,
                    help: "1 for the state that an integration is in.",
                    labels: [("integration", row.id), ("state", state.rawValue)],
                    value: row.health.state == state ? 1 : 0
                )
            }
        }
        let latencies = enabled.compactMap { row in
            row.health.p95Ms.map { p95 in
                Measurement(
                    "openwork_integration_latency_p95_seconds",
                    .gauge,
                    help: "What 95 of 100 contacts of late did not exceed.",
                    labels: [("integration", row.id)],
                    value: Double(p95) / 1_000
                )
            }
        }
        let ready = roles.map { role in
            Measurement(
                "openwork_role_ready",
                .gauge,
                help: "1 when a role can do its job now.",
                labels: [("role", role.id)],
                value: role.isReady ? 1 : 0
            )
        }
        return counts + states + latencies + ready
    }
}
