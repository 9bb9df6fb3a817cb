"""An OpenID Connect issuer on the loopback, for tests: it lets everybody in as the subject it was told.

It holds requests to the letter (redirect address, PKCE, client secret, each code once) and signs with
a key that openssl makes, so it shares nothing with the program under test. Its port is its first line.

/control?subject=…  who the next person is        /control?fault=…  what is wrong with the next tokens
/control?rotate=1   signs with a new key
"""

import base64
import hashlib
import json
import secrets
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "caicach", "bí mật của máy khách"


def encoded(data):
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    def __init__(self, folder):
        self.name = secrets.token_hex(4)
        self.path = str(Path(folder) / f"{self.name}.pem")
        run = lambda *words: subprocess.run(["openssl", *words], check=True, capture_output=True)
        run("genrsa", "-out", self.path, "2048")
        modulus = run("rsa", "-in", self.path, "-modulus", "-noout").stdout.decode()
        self.modulus = bytes.fromhex(modulus.strip().split("=")[1])

    def public(self):
        return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.name,
                "n": encoded(self.modulus), "e": "AQAB"}

    def token(self, head, claims):
        signed = encoded({"typ": "JWT", "alg": "RS256", "kid": self.name} | head) + "." + encoded(claims)
        if head.get("alg") == "none":
            return signed + "."
        if head.get("alg") == "HS256":
            import hmac
            return signed + "." + encoded(hmac.digest(self.modulus, signed.encode(), "sha256"))
        made = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.path],
                              input=signed.encode(), check=True, capture_output=True)
        return signed + "." + encoded(made.stdout)


class Issuer:
    def __init__(self, folder):
        self.folder = folder
        self.key, self.stranger = Key(folder), Key(folder)
        self.subject, self.fault = "nobody", ""
        self.codes = {}

    def id_token(self, address, nonce, subject):
        now = int(time.time())
        claims = {"iss": address, "sub": subject, "aud": CLIENT, "exp": now + 300, "iat": now,
                  "nonce": nonce}
        head, key = {}, self.key
        match self.fault:
            case "nonce": claims["nonce"] = "another"
            case "no-nonce": del claims["nonce"]
            case "audience": claims["aud"] = "another"
            case "audiences": claims["aud"] = [CLIENT, "another"]
            case "issuer": claims["iss"] = "https://another.example"
            case "expired": claims |= {"exp": now - 600, "iat": now - 900}
            case "other-key": head, key = {"kid": self.key.name}, self.stranger
            case "unknown-key": key = self.stranger
            case "none": head = {"alg": "none"}
            case "hmac": head = {"alg": "HS256"}
            case "cut": return key.token(head, claims)[:-8]
            case "changed":
                parts = key.token(head, claims).split(".")
                return ".".join([parts[0], encoded(claims | {"sub": "somebody"}), parts[2]])
        return key.token(head, claims)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        issuer, place = self.server.issuer, urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        if place.path == "/.well-known/openid-configuration":
            self.answer({"issuer": self.address, "authorization_endpoint": self.address + "/authorize",
                         "token_endpoint": self.address + "/token", "jwks_uri": self.address + "/keys"})
        elif place.path == "/keys":
            odd = {"kty": "oct", "k": "c2VjcmV0", "kid": "odd"}
            self.answer({"keys": [odd, issuer.key.public()]})
        elif place.path == "/authorize":
            self.authorize(issuer, query)
        elif place.path == "/control":
            issuer.subject = query.get("subject", issuer.subject)
            issuer.fault = query.get("fault", "")
            if "rotate" in query:
                issuer.key = Key(issuer.folder)
            self.answer({})
        else:
            self.answer({}, 404)

    def authorize(self, issuer, query):
        wanted = {"response_type": "code", "client_id": CLIENT, "code_challenge_method": "S256"}
        if any(query.get(name) != value for name, value in wanted.items()) \
                or "openid" not in query.get("scope", "").split() \
                or len(query.get("code_challenge", "")) != 43:
            return self.answer({"error": "invalid_request"}, 400)
        code = secrets.token_urlsafe(16)
        issuer.codes[code] = query | {"subject": issuer.subject}
        back = {"code": code, "state": query["state"], "iss": self.address}
        if issuer.fault == "denied":
            back = {"error": "access_denied", "state": query["state"]}
        self.send_response(303)
        self.send_header("Location", query["redirect_uri"] + "?" + urlencode(back))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self):
        issuer = self.server.issuer
        length = int(self.headers.get("Content-Length", 0))
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        asked = issuer.codes.pop(form.get("code", ""), None)
        proof = encoded(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        word = self.headers.get("Authorization", "").removeprefix("Basic ")
        pair = base64.b64decode(word).decode() if word else ""
        own = urlencode({"": CLIENT})[1:] + ":" + urlencode({"": SECRET}, quote_via=quoted)[1:]
        if self.path != "/token" or asked is None or form.get("grant_type") != "authorization_code" \
                or proof != asked["code_challenge"] or form.get("redirect_uri") != asked["redirect_uri"] \
                or pair != own:
            return self.answer({"error": "invalid_grant"}, 400)
        token = issuer.id_token(self.address, asked["nonce"], asked["subject"])
        self.answer({"access_token": "unused", "token_type": "Bearer", "id_token": token})


def quoted(text, *_):
    from urllib.parse import quote
    return quote(text, safe="")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0), Handler)
        server.issuer = Issuer(folder)
        print(server.server_port, flush=True)
        server.serve_forever()
