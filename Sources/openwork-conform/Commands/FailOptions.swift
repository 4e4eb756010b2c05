import ArgumentParser
import Drift

/// Which differences fail a command.
struct FailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What fails: breaking, any, none, or classes with commas between them, such as tool_removed,order_changed.",
            valueName: "what"
        ),
        transform: FailOptions.condition
    )
    var failOn: FailCondition = .breaking

    private static func condition(_ text: String) throws -> FailCondition {
        do throws(FailCondition.Fault) {
            return try FailCondition(parsing: text)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
