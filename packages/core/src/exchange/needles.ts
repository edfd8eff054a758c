/**
 * Finds many texts in one by rolling hashes, in time that grows with the text alone, whatever is repeated or nearly
 * repeated there. White space does not count.
 */

interface Needle {
  readonly hash: number;
  readonly size: number;
}

/** By some bits of the hash of their beginnings. */
export type Needles = (Needle[] | undefined)[];

export const noNeedles = (): Needles => new Array(2 ** 14);

/** How many characters of a needle are looked up at every place. No needle is shorter. */
const beginning = 8;

/** What counts of a text: where its characters stand, and the hash of any stretch of them. */
function read(text: string) {
  const places = new Int32Array(text.length);
  const sums = new Int32Array(text.length + 1);
  const powers = sums.slice().fill(1);
  const times = (value: number | undefined) => Math.imul(value as number, 0x9e3779b1);
  let size = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 33) continue;
    places[size] = place;
    sums[size + 1] = times(sums[size]) + code;
    powers[size + 1] = times(powers[size]);
    size++;
  }
  const hash = (from: number, length: number) =>
    ((sums[from + length] as number) - Math.imul(sums[from] as number, powers[length] as number)) |
    0;
  return { places, hash, size };
}

/** Adds the text, or every piece of it that has so many characters and begins at a multiple of eight. */
export function addNeedles(needles: Needles, text: string, pieces?: number): void {
  const { hash, size: whole } = read(text);
  const size = pieces ?? whole;
  for (let from = 0; size >= beginning && from + size <= whole; from += 8) {
    const start = hash(from, beginning) >>> 18;
    const needle = { hash: hash(from, size), size };
    needles[start] ??= [];
    // A key may repeat itself.
    if (!needles[start].some((known) => known.hash === needle.hash)) needles[start].push(needle);
  }
}

/** `text` with `[secret]` for every needle in `view`, which has a character or a NUL for each character of the text. */
export function withoutNeedles(text: string, view: string, needles: Needles): string {
  const { places, hash, size: whole } = read(view);
  let without = "";
  let end = 0;
  for (let from = 0; from + beginning <= whole; from++) {
    const found = needles[hash(from, beginning) >>> 18];
    if (!found) continue;
    for (const needle of found) {
      const { size } = needle;
      if (from + size > whole || hash(from, size) !== needle.hash) continue;
      const start = places[from] as number;
      if (start > end || !without) without += `${text.slice(end, start)}[secret]`;
      let after = (places[from + size - 1] as number) + 1;
      // The rest of an escape.
      while (view[after] === "\0") after++;
      end = Math.max(end, after);
    }
  }
  return without + text.slice(end);
}
