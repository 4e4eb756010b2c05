"""Times Python's json and orjson on the text from standard input; prints nanoseconds per reading as JSON.

Like the Swift benchmark: processor time of short batches that take turns, the cheapest of each counts.
"""

import json
import sys
import time


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    text = sys.stdin.buffer.read()
    peers = {"python json": json.loads}
    try:
        import orjson

        peers["orjson"] = orjson.loads
    except ImportError:
        print("orjson is not installed: pip install orjson", file=sys.stderr)
    clock = time.thread_time_ns
    best: dict[str, float] = {}
    counts = {}
    for name, read in peers.items():
        start = clock()
        read(text)
        counts[name] = max(1, 10_000_000 // max(clock() - start, 100))
    for _ in range(rounds):
        for name, read in peers.items():
            count = counts[name]
            start = clock()
            for _ in range(count):
                read(text)
            best[name] = min(best.get(name, float("inf")), (clock() - start) / count)
    print(json.dumps(best))


main()
