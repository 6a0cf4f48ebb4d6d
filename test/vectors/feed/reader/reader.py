"""A reader of the feed, written from docs/feed-format.md alone, with Python's own library alone."""

import base64
import hashlib
import json
import os
import re

import ed25519
import shapes

SPKI_HEAD = bytes.fromhex("302a300506032b6570032100")
ENVELOPE, CHECKPOINT, BLOB = 6 << 20, 64 << 10, 64 << 20
KINDS = {
    "segment": ("application/vnd.benthanh.feed.segment+json", shapes.segment),
    "checkpoint": ("application/vnd.benthanh.feed.checkpoint+json", shapes.checkpoint),
    "snapshot": ("application/vnd.benthanh.feed.snapshot+json", shapes.part),
}


class Refused(Exception):
    """A file that a reader may not take, with the code of the format page."""

    def __init__(self, code, file=None, seq=None):
        super().__init__(code)
        self.code, self.file, self.seq = code, file, seq


def refuse_unless(holds, code):
    if not holds:
        raise Refused(code)


def load_trust(pem):
    """Raw public keys of the SPKI blocks in a PEM file."""
    blocks = re.findall(r"-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----", pem, re.DOTALL)
    keys = [base64.b64decode(block) for block in blocks]
    assert all(key.startswith(SPKI_HEAD) and len(key) == 44 for key in keys)
    return [key[12:] for key in keys]


def no_constant(name):
    raise ValueError(name)


def parse_json(data):
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_constant=no_constant)
        # A lone surrogate comes in by an escape and cannot go out again.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
        return value
    except (ValueError, RecursionError) as cause:
        raise Refused("feed-malformed") from cause


def from_base64(value, most):
    refuse_unless(isinstance(value, str) and len(value) <= most, "feed-malformed")
    refuse_unless(re.fullmatch(r"(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}", value), "feed-malformed")
    plain = value.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4))
    except ValueError as cause:
        raise Refused("feed-malformed") from cause


def pre_auth_encoding(payload_type, payload):
    kind = payload_type.encode("utf-8")
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def open_envelope(data, trust):
    """Type and payload, once one signature of one trusted key holds."""
    frame = parse_json(data)
    refuse_unless(isinstance(frame, dict), "feed-malformed")
    kind, signatures = frame.get("payloadType"), frame.get("signatures")
    refuse_unless(isinstance(kind, str) and len(kind) <= 200, "feed-malformed")
    refuse_unless(isinstance(signatures, list) and 1 <= len(signatures) <= 16, "feed-malformed")
    refuse_unless(all(isinstance(each, dict) for each in signatures), "feed-malformed")
    payload = from_base64(frame.get("payload"), ENVELOPE)
    signed = pre_auth_encoding(kind, payload)
    candidates = [from_base64(each.get("sig"), 200) for each in signatures]
    holds = any(ed25519.verify(key, signed, candidate) for candidate in candidates for key in trust)
    refuse_unless(holds, "feed-signature-bad")
    return kind, payload


def open_payload(kind, data, trust):
    """Value and hash of a signed file of one kind."""
    payload_type, shape = KINDS[kind]
    actual, payload = open_envelope(data, trust)
    refuse_unless(actual == payload_type, "feed-malformed")
    value = parse_json(payload)
    version = value.get("version") if isinstance(value, dict) else None
    refuse_unless(shapes.whole(-(2**53))(version), "feed-malformed")
    refuse_unless(version == 1, "feed-version-unknown")
    refuse_unless(shape(value), "feed-malformed")
    return value, hashlib.sha256(payload).hexdigest()


def check_sound(checkpoint):
    """Whether a checkpoint agrees with itself."""
    end, base, snapshot = checkpoint, checkpoint["base"], checkpoint["snapshot"]
    for place in [end, base] + ([snapshot] if snapshot else []):
        empty = place["segment"] == 0
        sound = place["seq"] == 0 and place["head"] is None if empty else place["head"] is not None
        within = place["segment"] <= end["segment"] and place["seq"] <= end["seq"]
        refuse_unless(sound and within and place["seq"] >= place["segment"], "feed-order-broken")
    covered = base["segment"] == 0 or (snapshot is not None and snapshot["segment"] >= base["segment"])
    refuse_unless(covered, "feed-order-broken")


def check_follows(held, checkpoint):
    """Whether one who holds this place may follow to this checkpoint."""
    refuse_unless(held["feed"] in (None, checkpoint["feed"]), "feed-other")
    older = checkpoint["segment"] < held["segment"] or checkpoint["seq"] < held["seq"]
    refuse_unless(not older, "feed-replayed")
    if checkpoint["segment"] == held["segment"]:
        refuse_unless(checkpoint["seq"] == held["seq"], "feed-order-broken")
        refuse_unless(checkpoint["head"] == held["head"], "feed-chain-broken")


def follow(held, segment, digest):
    """The place after a segment, if it is the one that comes next."""
    refuse_unless(held["feed"] in (None, segment["feed"]), "feed-other")
    refuse_unless(segment["segment"] == held["segment"] + 1, "feed-order-broken")
    refuse_unless(segment["previous"] == held["head"], "feed-chain-broken")
    seqs = [entry["seq"] for entry in segment["entries"]]
    refuse_unless(seqs == list(range(held["seq"] + 1, held["seq"] + 1 + len(seqs))), "feed-order-broken")
    return {"feed": segment["feed"], "segment": segment["segment"], "seq": seqs[-1], "head": digest}


class Folder:
    """A feed in a folder. Every refusal names the file."""

    def __init__(self, root, trust):
        self.root, self.trust = root, trust

    def read(self, file, most):
        path = os.path.join(self.root, file)
        if not os.path.isfile(path):
            return None
        refuse_unless(os.path.getsize(path) <= most, "feed-too-large")
        with open(path, "rb") as handle:
            return handle.read()

    def checkpoint(self):
        file = "checkpoint.json"
        data = self.read(file, CHECKPOINT)
        refuse_unless(data is not None, "feed-missing")
        try:
            value, _ = open_payload("checkpoint", data, self.trust)
            check_sound(value)
            return value
        except Refused as cause:
            raise Refused(cause.code, file) from cause

    def signed(self, kind, file):
        data = self.read(file, ENVELOPE)
        refuse_unless(data is not None, "feed-truncated")
        return open_payload(kind, data, self.trust)

    def segments(self, held, checkpoint):
        """Each segment after a place with the place after it, up to the checkpoint."""
        while held["segment"] < checkpoint["segment"]:
            file = "segments/%06d.json" % (held["segment"] + 1)
            try:
                value, digest = self.signed("segment", file)
                held = follow(held, value, digest)
                last = held["segment"] == checkpoint["segment"]
                in_order = held["seq"] == checkpoint["seq"] if last else held["seq"] < checkpoint["seq"]
                refuse_unless(in_order, "feed-order-broken")
                refuse_unless(not last or digest == checkpoint["head"], "feed-chain-broken")
            except Refused as cause:
                raise Refused(cause.code, file) from cause
            yield value, held

    def snapshot(self, checkpoint):
        """All entries of the snapshot, or none of them."""
        mark = checkpoint["snapshot"]
        entries, previous = [], None
        for number in range(1, mark["parts"] + 1 if mark else 1):
            file = "snapshots/%s/%04d.json" % (mark["id"], number)
            try:
                value, digest = self.signed("snapshot", file)
                refuse_unless((value["feed"], value["snapshot"]) == (checkpoint["feed"], mark["id"]), "feed-other")
                refuse_unless(value["part"] == number, "feed-order-broken")
                refuse_unless(value["previous"] == previous, "feed-chain-broken")
                entries += value["entries"]
                seqs = [entry["seq"] for entry in entries]
                refuse_unless(seqs == sorted(set(seqs)) and seqs[-1] <= mark["seq"], "feed-order-broken")
                if number == mark["parts"]:
                    refuse_unless(digest == mark["last"], "feed-chain-broken")
                    refuse_unless(len(entries) == mark["entries"], "feed-order-broken")
            except Refused as cause:
                raise Refused(cause.code, file) from cause
            previous = digest
        return entries

    def blob(self, name):
        file = "blobs/sha256/%s/%s" % (name[:2], name)
        data = self.read(file, BLOB)
        if data is None:
            raise Refused("feed-blob-missing", file)
        if hashlib.sha256(data).hexdigest() != name:
            raise Refused("feed-blob-bad", file)
        return data
