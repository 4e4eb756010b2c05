package import JSON

/// What a whole run counted, with everything that is needed to repeat it.
package struct AccuracyReport: Sendable {
    /// Where and how it ran.
    package struct Setting: Sendable {
        /// The day, as in 2026-01-31.
        package var date: String
        /// Processors and memory, in words.
        package var machine: String
        /// What was typed.
        package var command: String
        /// The seed.
        package var seed: UInt64
        /// Integrations that were played.
        package var integrations: Int

        /// Everything about a run but its counts.
        package init(date: String, machine: String, command: String, seed: UInt64, integrations: Int) {
            (self.date, self.machine, self.command) = (date, machine, command)
            (self.seed, self.integrations) = (seed, integrations)
        }
    }

    /// Where and how it ran.
    package let setting: Setting
    /// The simulation first, then one for each real transport.
    package let parts: [AccuracyPart]

    /// A report of these parts.
    package init(_ setting: Setting, parts: [AccuracyPart]) {
        (self.setting, self.parts) = (setting, parts)
    }

    /// Whether everything was shown as declared.
    package var isSound: Bool { parts.allSatisfy(\.isSound) }

    /// For programs.
    package var json: JSONValue {
        [
            "tool": "openwork-accuracy", "date": .string(setting.date), "machine": .string(setting.machine),
            "command": .string(setting.command), "seed": .string(String(setting.seed)),
            "integrations": JSONValue(setting.integrations), "sound": .bool(isSound),
            "parts": .array(parts.map(\.json)),
        ]
    }
}
