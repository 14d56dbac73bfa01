"""HTTP without a client library: what is sent is exactly what the test wrote."""

import http.client
import json
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 10


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def data(self):
        return self.json["data"]

    @property
    def text(self):
        return message_of(self.json)


def message_of(envelope):
    """The words of an error envelope, wherever a profile puts them."""
    data = envelope["data"]
    if isinstance(data, dict):
        return str(data.get("Message") or data.get("message") or json.dumps(data))
    return str(data)


def exchange(base_url, method, target, headers=None, body=None, timeout=TIMEOUT_SECONDS):
    """One request on a connection of its own. `target` goes out as it is, after the path of the base URL."""
    parts = urlsplit(base_url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
    try:
        connection.putrequest(method, parts.path + target, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        elif method in ("POST", "PUT", "DELETE", "PATCH"):
            connection.putheader("Content-Length", "0")
        connection.endheaders()
        if body:
            try:
                connection.send(body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # The server answered and closed before it had read everything: its answer counts.
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


class _Reader:
    """A response parser closes its file; pipelined answers need the file to stay open."""

    def __init__(self, file):
        self._file = file

    def makefile(self, *_):
        return self

    def close(self):
        pass

    def flush(self):
        pass

    def __getattr__(self, name):
        return getattr(self._file, name)


class Connection:
    """A bare socket: bytes out, parsed answers in."""

    def __init__(self, base_url, timeout=TIMEOUT_SECONDS):
        parts = urlsplit(base_url)
        self.host = f"{parts.hostname}:{parts.port}"
        self.prefix = parts.path
        self._socket = socket.create_connection((parts.hostname, parts.port), timeout=timeout)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb")

    def head(self, method, target, headers=None, version="HTTP/1.1"):
        lines = [f"{method} {self.prefix}{target} {version}", f"Host: {self.host}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def send(self, data):
        self._socket.sendall(data)

    def answer(self, method="GET"):
        response = http.client.HTTPResponse(_Reader(self._file), method=method)
        response.begin()
        return Answer(response.status, response.headers, response.read())

    def is_closed_by_server(self):
        """Waits for the end of the stream; bytes that still come mean the connection lives."""
        try:
            return self._file.read(1) == b""
        except ConnectionResetError:
            return True

    def close(self):
        self._file.close()
        self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
