import MCPHTTP
import Probing

/// Why a server that is installed cannot be started or addressed.
enum LiveFault: Error, CustomStringConvertible {
    case plan(LaunchPlanError)
    case address(HTTPAddressError)
    case skill

    var description: String {
        switch self {
        case .plan(let error): "\(error)"
        case .address(let error): "its address is none: \(error)"
        case .skill: "operations of our own are not started"
        }
    }

    /// The variables without which there is no command.
    var variables: [String] {
        if case .plan(.unresolved(let variable, _)) = self { [variable] } else { [] }
    }
}
