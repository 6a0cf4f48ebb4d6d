"""Judges every vector with the reader beside it: `python3 judge.py [folder of the vectors]`.

Prints one line for each vector that comes out otherwise than it should, and how many were judged. Exit status 1 when any does.

`python3 judge.py feed FOLDER TRUST` reads a whole feed instead and prints its live entries as JSON, or the fault.
"""

import glob
import json
import os
import shutil
import sys
import tempfile

import reader
import shapes

FEED = "00112233445566778899aabbccddeeff"
START = {"feed": FEED, "segment": 0, "seq": 0, "head": None}


class Judge:
    def __init__(self, root):
        self.root, self.judged, self.wrong = root, 0, []

    def path(self, name):
        return os.path.join(self.root, name)

    def bytes(self, name):
        with open(self.path(name), "rb") as handle:
            return handle.read()

    def json(self, name):
        return json.loads(self.bytes(name))

    def names(self, pattern):
        found = sorted(glob.glob(pattern, root_dir=self.root))
        assert found, f"no vectors at {pattern}"
        return found

    def hold(self, name, work, expected):
        """Compares what a piece of reading gives, or the code with which it refuses, with what it should."""
        try:
            actual = work()
        except reader.Refused as refusal:
            actual = refusal.code
        self.judged += 1
        if actual != expected:
            self.wrong.append(f"{name}: {actual!r} instead of {expected!r}")

    def invalid(self, name, open_one):
        vector = self.json(name)
        data = json.dumps(vector["envelope"]).encode("utf-8")
        self.hold(name, lambda: open_one(data), vector["code"])


def opened(kind, trust, data):
    value, digest = reader.open_payload(kind, data, trust)
    if kind == "segment":
        return reader.follow(START, value, digest)
    reader.check_sound(value)
    return value


def judge_parts(judge, trust, both):
    for name in judge.names("entries/valid/*.json"):
        judge.hold(name, lambda: shapes.entry(judge.json(name)), True)
    for name in judge.names("entries/invalid/*.json"):
        judge.hold(name, lambda: shapes.entry(judge.json(name)["entry"]), False)
    for number, case in enumerate(judge.json("envelopes/pae.json")):
        encoded = lambda: reader.pre_auth_encoding(case["payloadType"], case["payload"].encode()).decode()
        judge.hold(f"envelopes/pae.json {number}", encoded, case["encoded"])
    _, payload = reader.open_envelope(judge.bytes("segments/valid/first.json"), trust)
    for name in judge.names("envelopes/valid/*.json"):
        for keys in (trust, both):
            judge.hold(name, lambda: reader.open_envelope(judge.bytes(name), keys)[1], payload)
    for name in judge.names("envelopes/invalid/*.json"):
        judge.invalid(name, lambda data: reader.open_envelope(data, trust))
    for kind in ("segment", "checkpoint"):
        for name in judge.names(f"{kind}s/invalid/*.json"):
            judge.invalid(name, lambda data: opened(kind, trust, data))


def judge_order(judge, trust):
    first = lambda: opened("segment", trust, judge.bytes("segments/valid/first.json"))
    second = lambda: reader.follow(first(), *reader.open_payload("segment", judge.bytes("segments/valid/second.json"), trust))
    judge.hold("segments/valid/first.json", lambda: first()["seq"], 2)
    judge.hold("segments/valid/second.json", lambda: second()["seq"], 4)
    other = lambda: opened("segment", trust, judge.bytes("segments/valid/not-canonical.json"))
    judge.hold("segments/valid/not-canonical.json", lambda: other()["seq"], 2)
    for name in judge.names("checkpoints/valid/*.json"):
        judge.hold(name, lambda: opened("checkpoint", trust, judge.bytes(name))["feed"], FEED)
    for case in judge.json("checkpoints/held.json"):
        offered = opened("checkpoint", trust, judge.bytes(f"checkpoints/valid/{case['checkpoint']}.json"))
        judge.hold(f"checkpoints/held.json {case['says']}", lambda: reader.check_follows(case["held"], offered), case["code"])


def blobs_of(change):
    editions = change["record"]["editions"] if change["op"] == "put" else {}
    images = [edition for each in editions.values() for edition in each]
    copies = [edition["accessCopy"] for edition in images if "accessCopy" in edition]
    return [file["blob"] for edition in images for file in edition.get("sources", [])] + [copy["blob"] for copy in copies]


def check_whole(folder):
    """Reads a whole feed and returns what it holds; raises at the first fault."""
    checkpoint = folder.checkpoint()
    snapshot = folder.snapshot(checkpoint)
    hashes, entries, last = [], [], {}
    for segment, held in folder.segments({**checkpoint["base"], "feed": checkpoint["feed"]}, checkpoint):
        hashes.append(held["head"])
        entries += segment["entries"]
    for entry in entries:
        change = entry["change"]
        last[change.get("id") or change["record"]["id"]] = entry
    live = sorted(last.values(), key=lambda entry: entry["seq"])
    if checkpoint["snapshot"] and snapshot != live:
        raise reader.Refused("feed-order-broken", "snapshots/%s/0001.json" % checkpoint["snapshot"]["id"])
    for entry in live:
        for blob in blobs_of(entry["change"]):
            folder.blob(blob)
    return {"checkpoint": checkpoint, "segments": hashes, "entries": entries, "live": live}


def judge_feeds(judge, trust):
    judge.hold("feed", lambda: check_whole(reader.Folder(judge.path("feed"), trust)), judge.json("feed.expected.json"))
    for name in judge.names("feeds-invalid/*/expected.json"):
        expected = judge.json(name)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(judge.path("feed"), folder, dirs_exist_ok=True)
            files = judge.path(os.path.join(os.path.dirname(name), "files"))
            if os.path.isdir(files):
                shutil.copytree(files, folder, dirs_exist_ok=True)
            for path in expected["without"]:
                os.remove(os.path.join(folder, path))

            def fault():
                try:
                    check_whole(reader.Folder(folder, trust))
                except reader.Refused as refusal:
                    return refusal.code, refusal.file
                return None

            judge.hold(name, fault, (expected["code"], expected["file"]))


def main(root):
    judge = Judge(root)
    trust, both = (reader.load_trust(judge.bytes(f"keys/{name}.pem").decode()) for name in ("trust", "trust-two"))
    judge_parts(judge, trust, both)
    judge_order(judge, trust)
    judge_feeds(judge, trust)
    for line in judge.wrong:
        print(line)
    print(f"{judge.judged} judged, {len(judge.wrong)} wrong")
    return 1 if judge.wrong else 0


def read_feed(folder, trust):
    with open(trust, encoding="utf-8") as handle:
        keys = reader.load_trust(handle.read())
    try:
        print(json.dumps(check_whole(reader.Folder(folder, keys))["live"]))
        return 0
    except reader.Refused as refusal:
        print(json.dumps({"code": refusal.code, "file": refusal.file}))
        return 1


if __name__ == "__main__":
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    if sys.argv[1:2] == ["feed"]:
        sys.exit(read_feed(sys.argv[2], sys.argv[3]))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else beside))
