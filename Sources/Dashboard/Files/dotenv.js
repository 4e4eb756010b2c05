/** What stands in the text of a .env file: names and values, comments and the word export left out. */
export function dotenv(text) {
    const values = new Map();
    for (const line of text.split(/\r?\n/)) {
        const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*[=:]\s*(.*)$/.exec(line);
        if (!match) continue;
        let value = match[2].trim();
        const quote = value[0];
        if ((quote === '"' || quote === "'") && value.lastIndexOf(quote) > 0) value = value.slice(1, value.lastIndexOf(quote));
        else value = value.replace(/\s+#.*$/, "");
        values.set(match[1], value);
    }
    return values;
}
