"""The FastMCP proxy in front of a server over standard streams: PORT and the server's command."""

import sys

from fastmcp.client.transports import StdioTransport
from fastmcp.server import create_proxy

port, command = int(sys.argv[1]), sys.argv[2:]
create_proxy(StdioTransport(command=command[0], args=command[1:])).run(
    transport="http", host="127.0.0.1", port=port, show_banner=False, log_level="ERROR"
)
