/** Reads a PNG of 8 bits a channel, with or without transparency, not interlaced: what Chromium writes. */
import { inflateSync } from 'node:zlib';

export interface Pixel {
  readonly rgb: readonly number[];
  /** 0 is clear, 255 is solid. */
  readonly alpha: number;
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly Pixel[];
}

export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  const [width, height, depth, colour, interlaced] = [16, 20, 24, 25, 28].map((at, i) =>
    i < 2 ? bytes.readUInt32BE(at) : bytes.readUInt8(at),
  ) as [number, number, number, number, number];
  if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6)) throw new Error('A PNG of another kind.');
  const size = colour === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * size, height, size);
  const pixels = Array.from({ length: width * height }, (_, i) => ({
    rgb: [...rows.subarray(i * size, i * size + 3)],
    alpha: size === 4 ? rows.readUInt8(i * size + 3) : 255,
  }));
  return { width, height, pixels };
}

/** Each row begins with the way in which its bytes were taken from their neighbours; this adds them back. */
function unfiltered(raw: Buffer, stride: number, height: number, size: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < size ? 0 : (out[y * stride + x - size] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < size || y === 0 ? 0 : (out[(y - 1) * stride + x - size] ?? 0);
      const before = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + before) & 0xff;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
