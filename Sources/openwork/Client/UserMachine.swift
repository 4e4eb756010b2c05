import ClientFiles
import Glibc
import MCPConnection

/// The person before this terminal, as far as files of theirs go.
struct UserMachine {
    let environment: [String: String]
    let home: String

    /// Throws where nobody has a home.
    static func here() throws -> UserMachine {
        let environment = inheritedEnvironment()
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw ClientFault.local("there is no home: set HOME to an absolute path")
        }
        return UserMachine(environment: environment, home: home)
    }

    /// Where clients keep their files, with the project in the present folder.
    var places: ClientPlaces {
        #if os(macOS)
            let isMac = true
        #else
            let isMac = false
        #endif
        let folder = getcwd(nil, 0).map { pointer in
            defer { free(pointer) }
            return String(cString: pointer)
        }
        return ClientPlaces(
            home: home,
            environment: environment,
            isMac: isMac,
            folder: folder == home ? nil : folder
        )
    }

    /// Where what the commands remember lies.
    var memory: String {
        environment["OPENWORK_HOME"] ?? home + "/.openclaw-team"
    }
}
