#!/usr/bin/env python3
"""Draws src/Embeds/icon.png: two quotation marks, the second one sealed. Needs nothing but Python: .ci/icon.py"""
import pathlib
import struct
import zlib

SIZE, FINE = 128, 4
GROUND, INK, SEAL = (24, 34, 56), (244, 240, 230), (224, 122, 62)


def rounded(x, y):
    r = 26
    dx, dy = max(r - x, x - (SIZE - r), 0), max(r - y, y - (SIZE - r), 0)
    return dx * dx + dy * dy <= r * r


def mark(x, y, left):
    """A quotation mark: a ball with a tail that narrows to the lower left."""
    cx, cy, r = left + 17, 56, 17
    if (x - cx) ** 2 + (y - cy) ** 2 <= r * r:
        return True
    t = (y - cy) / 40
    return 0 <= t <= 1 and cx + r - 34 * t * t - 17 * (1 - t) <= x <= cx + r - 30 * t * t


def colour(x, y):
    if not rounded(x, y):
        return (0, 0, 0, 0)
    if mark(x, y, 24):
        return INK + (255,)
    if mark(x, y, 70):
        return SEAL + (255,)
    return GROUND + (255,)


def pixel(px, py):
    total = [0, 0, 0, 0]
    for i in range(FINE):
        for j in range(FINE):
            c = colour(px + (i + 0.5) / FINE, py + (j + 0.5) / FINE)
            for k in range(3):
                total[k] += c[k] * c[3]
            total[3] += c[3]
    if total[3] == 0:
        return bytes(4)
    return bytes([round(total[k] / total[3]) for k in range(3)] + [round(total[3] / FINE**2)])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIZE)) for y in range(SIZE))
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
(pathlib.Path(__file__).parent.parent / "src/Embeds/icon.png").write_bytes(png)
