#!/bin/sh
# Build the demonstration site with the real Jekyll, check its pages and take a picture of one.
#
#   tests/site.sh DIR        DIR holds _config.yml, layouts and _posts; the site goes to DIR/_site
#
# Fails on any warning, on a Hindi post without its page or without Devanagari, on Liquid or Markdown
# left in a page, on a link or #fragment that leads nowhere, and on an empty picture.
# The picture stays at build/demo-post.png.  SITE_NO_BROWSER=1 leaves the picture out.
set -eu

[ $# -eq 1 ] && [ -f "$1/_config.yml" ] || { echo "usage: tests/site.sh DIR" >&2; exit 2; }
dir=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
picture=$root/build/demo-post.png
work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() { echo "site: $*" >&2; exit 1; }
for tool in jekyll python3; do
    command -v $tool >/dev/null || fail "$tool is missing (Debian: apt install jekyll python3)"
done
export LC_ALL=C.UTF-8

# ---- the build ---------------------------------------------------------------------------
# Everything Jekyll says is either one of the lines of a clean build or a fault.  Ruby's own
# warnings about the distribution's gems are not about the site.
rm -rf "$dir/_site"
status=0
jekyll build --disable-disk-cache -s "$dir" -d "$dir/_site" >"$work/log" 2>&1 || status=$?
grep -vE \
    -e '^ *(Configuration file|Source|Destination|Incremental build|Auto-regeneration): ' \
    -e '^ *Generating\.\.\. *$' \
    -e '^ *done in [0-9.]+ seconds\.$' \
    -e '^ *$' \
    -e '^/(usr|var)/(lib|share)/[^ ]*\.rb:[0-9]+: warning: ' \
    "$work/log" >"$work/faults" || true
if [ $status -ne 0 ] || [ -s "$work/faults" ]; then
    grep -v '^[[:space:]]*from ' "$work/faults" | head -n 20 >&2
    fail "jekyll build: exit status $status, $(wc -l <"$work/faults") unexpected lines"
fi

# ---- the pages ---------------------------------------------------------------------------
cat >"$work/pages.py" <<'PY'
"""Read every page of the site: language, Devanagari, leftovers, links and fragments."""
import html.parser
import pathlib
import re
import sys
import urllib.parse

LEFTOVERS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{:|\{#|\*\*|~~|```|\]\(|\]\[|\[\^|\*\[|\$\$|"
    r"^#{1,6} |^\s*[-*] \[[ x]\]|^\[[ x]\] |\|\s*:?-{3,}|^: ", re.M)
DEVANAGARI = re.compile("[\u0900-\u097f]")
VERBATIM = {"pre", "code", "kbd", "script", "style"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(html.parser.HTMLParser):
    """What the checks need of one page; text inside code and formulas is not prose."""

    def __init__(self, text):
        super().__init__()
        self.lang, self.prose, self.links, self.ids, self.stack = "", [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.lang = values.get("lang", "")
        for name in ("href", "src"):
            if values.get(name):
                self.links.append(values[name])
        for name in ("alt", "title", "content"):
            if values.get(name):
                self.prose.append(values[name] + "\n")
        if values.get("id"):
            self.ids.append(values["id"])
        if tag not in VOID:
            self.stack.append((tag, tag in VERBATIM or "kdmath" in (values.get("class") or "")))
            self.prose.append("\n" if tag in ("p", "li", "td", "dd", "dt") else "")

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(verbatim for _, verbatim in self.stack):
            self.prose.append(data)


def check_links(name, page, pages, site, say):
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            if parts.scheme not in ("http", "https", "mailto"):
                say(f"odd link {link}")
            continue
        path = urllib.parse.unquote(parts.path)
        target = (site / path.lstrip("/")) if path.startswith("/") else (site / name).parent / path
        if not path:
            target = site / name
        if target.is_dir():
            target /= "index.html"
        target = target.resolve()
        if not target.is_file():
            say(f"link leads nowhere: {link}")
        elif parts.fragment:
            other = pages.get(target.relative_to(site).as_posix())
            if other and urllib.parse.unquote(parts.fragment) not in other.ids:
                say(f"no such fragment: {link}")


def main(directory):
    root = pathlib.Path(directory).resolve()
    site = root / "_site"
    faults = 0

    def report(name, message):
        nonlocal faults
        faults += 1
        print(f"{name}: {message}", file=sys.stderr)

    pages = {f.relative_to(site).as_posix(): Page(f.read_text("utf-8")) for f in sorted(site.rglob("*.html"))}
    for name, page in pages.items():
        def say(message):
            report(name, message)
        prose = "".join(page.prose)
        for left in LEFTOVERS.finditer(prose):
            around = " ".join(prose[max(0, left.start() - 30):left.end() + 30].split())
            say(f"left over: {left.group().strip()!r} in …{around}…")
        if not page.lang:
            say("no lang attribute")
        for twice in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            say(f"id twice: {twice}")
        check_links(name, page, pages, site, say)

    posts = sorted((root / "_posts").glob("*-hi.md"))
    if not posts:
        report("_posts", "no Hindi posts")
    for post in posts:
        name = f"notes/{post.stem}.html"
        page = pages.get(name)
        if page is None:
            report(name, "no page for the post")
        elif page.lang != "hi":
            report(name, f"lang is {page.lang!r}")
        elif len(DEVANAGARI.findall("".join(page.prose))) < 100:
            report(name, "hardly any Devanagari")
    print(f"site: {len(pages)} pages, {len(posts)} Hindi posts, "
          f"{sum(len(p.links) for p in pages.values())} links, {faults} faults")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
PY
python3 "$work/pages.py" "$dir" || fail "the pages have faults"

# ---- the picture -------------------------------------------------------------------------
[ -z "${SITE_NO_BROWSER:-}" ] || exit 0
browser=
for name in chromium chromium-browser google-chrome; do
    browser=$(command -v $name) && break
done
[ -n "$browser" ] || fail "no Chromium (Debian: apt install chromium)"
[ -n "$(fc-list :lang=hi family 2>/dev/null)" ] || fail "no font for Hindi (Debian: apt install fonts-noto-core fontconfig)"

page=$(cd "$dir/_site" && ls notes/*-hi.html | grep gpu-memory || true)
[ -n "$page" ] || page=$(cd "$dir/_site" && ls notes/*-hi.html | head -n 1)

cat >"$work/serve.py" <<'PY'
"""Serve the directory on a free port of this machine and write the port to a file."""
import functools
import http.server
import os
import sys


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1]))
with open(sys.argv[2] + ".new", "w") as out:
    out.write(str(server.server_port))
os.rename(sys.argv[2] + ".new", sys.argv[2])
server.serve_forever()
PY
python3 "$work/serve.py" "$dir/_site" "$work/port" &
server=$!
tries=0
until [ -s "$work/port" ]; do
    tries=$((tries + 1))
    [ $tries -le 100 ] || fail "the server did not start"
    sleep 0.1
done

mkdir -p "$root/build"
rm -f "$picture"
timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
    --user-data-dir="$work/profile" --window-size=900,2600 --screenshot="$picture" \
    "http://127.0.0.1:$(cat "$work/port")/$page" >"$work/browser" 2>&1 || {
        tail -n 5 "$work/browser" >&2
        fail "the browser failed on $page"
    }

cat >"$work/picture.py" <<'PY'
"""A PNG with something on it: whole, large enough, and not the same line over and over."""
import struct
import sys
import zlib

with open(sys.argv[1], "rb") as file:
    data = file.read()
if data[:8] != b"\x89PNG\r\n\x1a\n":
    sys.exit("not a PNG")
at, pixels, width, height = 8, b"", 0, 0
while at < len(data):
    length, kind = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + length]
    if zlib.crc32(kind + body) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
        sys.exit("damaged PNG")
    if kind == b"IHDR":
        width, height = struct.unpack(">II", body[:8])
    if kind == b"IDAT":
        pixels += body
    at += 12 + length
raw = zlib.decompress(pixels)
stride = len(raw) // height
lines = {raw[row * stride:(row + 1) * stride] for row in range(height)}
print(f"site: {sys.argv[1]}: {width} x {height}, {len(data)} bytes, {len(lines)} different lines")
if width < 600 or height < 1000 or len(data) < 50000 or len(lines) < 300:
    sys.exit("the picture is nearly empty")
PY
(cd "$root" && python3 "$work/picture.py" build/demo-post.png) || fail "the picture is not good"
