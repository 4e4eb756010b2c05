import DaemonAPI

/// How long ago something was, for people.
enum Ago {
    static func text(_ time: Timestamp?, at now: Timestamp) -> String {
        guard let time else { return "never" }
        let seconds = max(0, now.since(time).components.seconds)
        return switch seconds {
        case ..<2: "now"
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }
}
