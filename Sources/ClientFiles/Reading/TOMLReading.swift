import JSON
import TOMLKit

/// TOML as a value of JSON.
enum TOMLReading {
    static func value(of bytes: [UInt8]) throws(ClientFileFault) -> JSONValue {
        let text = String(decoding: bytes, as: UTF8.self)
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let row = TOMLOutline(rows).strayRow { throw ClientFileFault("is no TOML", line: row + 1) }
        do {
            return try JSONValue(parsing: TOMLTable(string: text).convert(to: .json))
        } catch let error as TOMLParseError {
            throw ClientFileFault("is no TOML", line: error.source.begin.line)
        } catch {
            throw ClientFileFault("is TOML with values that cannot be read")
        }
    }
}
