"""The tests' second door in a process of its own: says its address, ends with its input."""

import json
import sys

from tests.rest_server import RestServer, RestSettings

if __name__ == "__main__":
    server = RestServer(RestSettings(db_uri=sys.argv[1])).start()
    print(json.dumps({"url": server.url}), flush=True)
    sys.stdin.read()
    server.stop()
