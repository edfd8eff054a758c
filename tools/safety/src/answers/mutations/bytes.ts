/** Bytes that are lost, added, changed or not UTF-8. */
import { gzipSync } from "node:zlib";
import type { Dice } from "../dice.ts";
import type { Mutation } from "../mutation.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const joined = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
const someByte = (dice: Dice) =>
  dice.pick([0, 9, 10, 0x20, 0x22, 0x5c, 0x7b, 0x80, 0xc0, 0xff, dice.nat(256)]);

const invalid = [
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xff],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
];

/** Every character in two bytes. */
function toUtf16(bytes: Bytes, bigEndian: boolean): Bytes {
  const utf16 = Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, "utf16le");
  return new Uint8Array(bigEndian ? utf16.swap16() : utf16);
}

export const bytes: readonly Mutation[] = [
  {
    name: "cut",
    stage: "bytes",
    change: (whole, dice) => whole.slice(0, dice.nat(whole.length + 1)),
  },
  {
    name: "beginning lost",
    stage: "bytes",
    change: (whole, dice) => whole.slice(dice.nat(whole.length + 1)),
  },
  {
    name: "bit flipped",
    stage: "bytes",
    change(whole, dice) {
      const flipped = whole.slice();
      const at = dice.nat(whole.length);
      if (at < flipped.length) flipped[at] = (flipped[at] as number) ^ (1 << dice.nat(8));
      return flipped;
    },
  },
  {
    name: "byte changed",
    stage: "bytes",
    change(whole, dice) {
      const changed = whole.slice();
      const at = dice.nat(whole.length);
      if (at < changed.length) changed[at] = someByte(dice);
      return changed;
    },
  },
  {
    name: "bytes inserted",
    stage: "bytes",
    change(whole, dice) {
      const at = dice.nat(whole.length + 1);
      const some = Uint8Array.from({ length: 1 + dice.nat(3) }, () => someByte(dice));
      return joined(whole.subarray(0, at), some, whole.subarray(at));
    },
  },
  {
    name: "bytes lost",
    stage: "bytes",
    change(whole, dice) {
      const at = dice.nat(whole.length + 1);
      return joined(whole.subarray(0, at), whole.subarray(at + 1 + dice.nat(8)));
    },
  },
  {
    name: "bytes repeated",
    stage: "bytes",
    change(whole, dice) {
      const from = dice.nat(whole.length + 1);
      const to = from + dice.nat(whole.length - from + 1);
      return joined(whole.subarray(0, to), whole.subarray(from));
    },
  },
  {
    name: "not UTF-8",
    stage: "bytes",
    change(whole, dice) {
      const at = dice.nat(whole.length + 1);
      return joined(whole.subarray(0, at), Uint8Array.from(dice.pick(invalid)), whole.subarray(at));
    },
  },
  {
    name: "byte order mark",
    harmless: true,
    stage: "bytes",
    // Decoding removes only one byte order mark.
    change: (whole) => (whole[0] === 0xef ? whole : joined(Uint8Array.of(0xef, 0xbb, 0xbf), whole)),
  },
  {
    name: "another character set",
    stage: "bytes",
    change: (whole, dice) => toUtf16(whole, dice.nat(2) === 0),
  },
  {
    name: "compressed without a header",
    stage: "bytes",
    change: (whole) => new Uint8Array(gzipSync(whole, { level: 1 })),
  },
  {
    name: "noise",
    stage: "bytes",
    change: (_, dice) => Uint8Array.from({ length: dice.nat(300) }, () => dice.nat(256)),
  },
];
