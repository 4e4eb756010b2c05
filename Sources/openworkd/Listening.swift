import Daemon
import MCPHTTP

/// Where to listen, and who may call.
struct Listening {
    let settings: ListenSettings
    let doorkeeper: Doorkeeper
}
