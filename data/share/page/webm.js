'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same Opus packets in another container, for a browser that can't read
 * Ogg: Safari does from 18.4 on (macOS 15.4, iOS 18.4), and reads Opus in WebM
 * from macOS 11.3 and iOS 17.4 on. Not CAF, which Safari reads for longer, but
 * with packets of one size alone, and ours differ.
 *
 * Ogg: RFC 3533; Opus in it: RFC 7845; WebM: RFC 8794, RFC 9559. */

const RATE = 48;              /* samples a millisecond */
const CLUSTER_MS = 5000;
const SEEK_PREROLL_NS = 80000000;

/* Pieces of packets, each of which says whether it ends one. */
function readPage(bytes, start) {
  const n = bytes[start + 26];
  const pieces = [];
  let at = start + 27 + n;
  let from = at;
  for (let i = 0; i < n; i++) {
    const lacing = bytes[start + 27 + i];
    at += lacing;
    if (lacing < 255 || i === n - 1) {
      pieces.push({ data: bytes.subarray(from, at), whole: lacing < 255 });
      from = at;
    }
  }
  return { pieces, end: at };
}

function join(arrays) {
  const joined = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

function isPage(bytes, at) {
  return String.fromCharCode(...bytes.subarray(at, at + 4)) === 'OggS';
}

function readPackets(bytes) {
  const packets = [];
  let begun = [];
  for (let at = 0; at + 27 <= bytes.length && isPage(bytes, at); ) {
    const page = readPage(bytes, at);
    for (const piece of page.pieces) {
      begun.push(piece.data);
      if (piece.whole) packets.push(join(begun.splice(0)));
    }
    at = page.end;
  }
  return packets;
}

/* RFC 6716, section 3.1. */
function frameSamples(config) {
  if (config < 12) return [480, 960, 1920, 2880][config & 3];
  if (config < 16) return [480, 960][config & 1];
  return [120, 240, 480, 960][config & 3];
}

function samplesOf(packet) {
  const code = packet[0] & 3;
  const frames = code === 3 ? packet[1] & 63 : Math.min(code + 1, 2);
  return frames * frameSamples(packet[0] >> 3);
}

function number(value, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) {
    bytes[i] = rest % 256;
  }
  return bytes;
}

function float(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function ascii(text) {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function idBytes(id) {
  return number(id, id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1);
}

/* Sizes are of eight bytes throughout, so that one can be told before what it
 * is the size of. */
function ebml(id, ...contents) {
  const size = contents.reduce((sum, content) => sum + content.length, 0);
  const sizeBytes = number(size, 8);
  sizeBytes[0] = 0x01;
  return join([idBytes(id), sizeBytes, ...contents]);
}

function clusterOf(at, blocks) {
  const simple = blocks.map((block) =>
    ebml(0xa3, Uint8Array.of(0x81), number(block.at - at, 2), Uint8Array.of(0x80), block.packet)
  );
  return { at, bytes: ebml(0x1f43b675, ebml(0xe7, number(at, 8)), ...simple) };
}

function clustersOf(packets) {
  const clusters = [];
  let samples = 0;
  let blocks = [];
  for (const packet of packets) {
    const at = Math.round(samples / RATE);
    if (blocks.length && at - blocks[0].at >= CLUSTER_MS) {
      clusters.push(clusterOf(blocks[0].at, blocks.splice(0)));
    }
    blocks.push({ at, packet });
    samples += samplesOf(packet);
  }
  if (blocks.length) clusters.push(clusterOf(blocks[0].at, blocks));
  return { clusters, samples };
}

function cuesOf(clusters, start) {
  let position = start;
  const points = clusters.map((cluster) => {
    const place = ebml(0xb7, ebml(0xf7, number(1, 1)), ebml(0xf1, number(position, 8)));
    position += cluster.bytes.length;
    return ebml(0xbb, ebml(0xb3, number(cluster.at, 8)), place);
  });
  return ebml(0x1c53bb6b, ...points);
}

function headOf() {
  return ebml(
    0x1a45dfa3,
    ebml(0x4286, number(1, 1)),
    ebml(0x42f7, number(1, 1)),
    ebml(0x42f2, number(4, 1)),
    ebml(0x42f3, number(8, 1)),
    ebml(0x4282, ascii('webm')),
    ebml(0x4287, number(4, 1)),
    ebml(0x4285, number(2, 1))
  );
}

function infoOf(ms) {
  return ebml(
    0x1549a966,
    ebml(0x2ad7b1, number(1000000, 4)),
    ebml(0x4489, float(ms)),
    ebml(0x4d80, ascii('onsite')),
    ebml(0x5741, ascii('onsite'))
  );
}

function tracksOf(head, skip) {
  const audio = ebml(0xe1, ebml(0xb5, float(RATE * 1000)), ebml(0x9f, head.subarray(9, 10)));
  const entry = ebml(
    0xae,
    ebml(0xd7, number(1, 1)),
    ebml(0x73c5, number(1, 1)),
    ebml(0x83, number(2, 1)),
    ebml(0x86, ascii('A_OPUS')),
    ebml(0x63a2, head),
    ebml(0x56aa, number(Math.round((skip / RATE) * 1000000), 8)),
    ebml(0x56bb, number(SEEK_PREROLL_NS, 8)),
    audio
  );
  return ebml(0x1654ae6b, entry);
}

/* Takes an Ogg Opus file of one stream; returns null where it is none. */
function oggToWebm(bytes) {
  const [head, , ...packets] = readPackets(bytes);
  if (!head || String.fromCharCode(...head.subarray(0, 8)) !== 'OpusHead') return null;
  const skip = head[10] | (head[11] << 8);
  const { clusters, samples } = clustersOf(packets.filter((packet) => packet.length));
  const before = [infoOf(Math.max(0, samples - skip) / RATE), tracksOf(head, skip)];
  const length = join(before).length + cuesOf(clusters, 0).length;
  const contents = clusters.map((cluster) => cluster.bytes);
  return join([headOf(), ebml(0x18538067, ...before, cuesOf(clusters, length), ...contents)]);
}
