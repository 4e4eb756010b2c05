"""The FastMCP proxy in front of a server over standard streams: PORT and the server's command.

One connection to the server is kept for all requests. Otherwise each would begin with a handshake, which a server refuses
that has had one.
"""

import asyncio
import sys

from fastmcp.client.transports import StdioTransport
from fastmcp.server.providers.proxy import FastMCPProxy, ProxyClient


async def main():
    port, command = int(sys.argv[1]), sys.argv[2:]
    async with ProxyClient(StdioTransport(command=command[0], args=command[1:])) as client:
        proxy = FastMCPProxy(client_factory=lambda: client)
        await proxy.run_http_async(
            transport="http", host="127.0.0.1", port=port, show_banner=False, log_level="ERROR"
        )


asyncio.run(main())
