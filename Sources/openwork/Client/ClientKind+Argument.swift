import ArgumentParser
import ClientFiles

extension ClientKind: ExpressibleByArgument {}
