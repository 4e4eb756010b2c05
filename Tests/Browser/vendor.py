"""A vendor on loopback: a small REST API with an OpenAPI document, for whoever has the right key."""
import http.server
import json
import threading

KEY = "pets-key-of-a-test"


def document(base, title="Pets of the house", text="Lists pets."):
    good = {"200": {"description": "well"}}
    return {
        "openapi": "3.1.0", "info": {"title": title, "version": "1", "description": text},
        "servers": [{"url": base}], "security": [{"key": []}],
        "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": text}}},
        "paths": {
            "/pets": {"get": {"operationId": "listPets", "summary": text, "responses": good},
                      "post": {"operationId": "addPet", "summary": text, "responses": good}},
            "/me": {"get": {"operationId": "getMe", "summary": text, "responses": good}},
            "/photos": {"post": {"operationId": "addPhoto", "responses": good,
                                 "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": {"type": "object"}}}}}},
        },
    }


class Vendor:
    def __init__(self, **words):
        vendor = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/openapi.json":
                    return self.answer(200, document(vendor.url, **words))
                if self.path == "/elsewhere.json":
                    return self.answer(302, {}, Location="/openapi.json")
                if self.headers.get("Authorization") != f"Bearer {KEY}":
                    return self.answer(401, {"message": words.get("text", "unknown key")})
                self.answer(200, {"login": "ada", "pets": ["Rex"]})

            def answer(self, status, body, **fields):
                data = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **fields}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
