import FuzzTargets
import Glibc
import Registry

/// Reads files, or lets libFuzzer make up input without end where the program was linked with it (scripts/fuzz does).
@main
enum OpenworkFuzz {
    private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private typealias Driver =
        @convention(c) (
            UnsafeMutablePointer<CInt>, UnsafeMutablePointer<Arguments>, Callback
        ) -> CInt

    static func main() {
        let words = (1..<max(1, Int(CommandLine.argc))).compactMap { place in
            CommandLine.unsafeArgv[place].map { String(cString: $0) }
        }
        guard let target = FuzzTarget.all.first(where: { $0.name == words.first }) else {
            print("usage: openwork-fuzz TARGET [FILE… | options of libFuzzer and folders]\n")
            for target in FuzzTarget.all { print("  \(target.name)\n      \(target.summary)") }
            exit(words.first == nil || words.first == "--help" ? 0 : 64)
        }
        FuzzedTarget.set(target)
        guard let symbol = dlsym(nil, "LLVMFuzzerRunDriver") else { exit(replay(words.dropFirst(), target)) }
        let drive = unsafeBitCast(symbol, to: Driver.self)
        // The name of the target is no word for the fuzzer.
        var count = CommandLine.argc - 1
        var arguments = CommandLine.unsafeArgv + 1
        exit(drive(&count, &arguments) { bytes, count in FuzzedTarget.read(bytes, count) })
    }

    private static func replay(_ paths: some Sequence<String>, _ target: FuzzTarget) -> CInt {
        var status: CInt = 0
        for path in paths {
            do {
                try target.read(try LocalFile.bytes(of: path))
            } catch {
                print("\(path): \(error)")
                status = 1
            }
        }
        return status
    }
}
