/**
 * Finds many strings (needles) in a text with rolling hashes. The time is linear in the text, even for texts that nearly
 * repeat a needle everywhere. White space is ignored.
 */

interface Needle {
  readonly hash: number;
  readonly size: number;
}

/** Indexed by some bits of the hash of their first characters. */
export type Needles = (Needle[] | undefined)[];

export const noNeedles = (): Needles => new Array(2 ** 14);

/** The number of leading characters by which needles are looked up. No needle is shorter. */
const beginning = 8;

/** The positions of a text's characters other than white space, and the hash of any range of them. */
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

/** @param pieces adds every piece of this length that begins at a multiple of eight, instead of the whole text */
export function addNeedles(needles: Needles, text: string, pieces?: number): void {
  const { hash, size: whole } = read(text);
  const size = pieces ?? whole;
  for (let from = 0; size >= beginning && from + size <= whole; from += 8) {
    const start = hash(from, beginning) >>> 18;
    const needle = { hash: hash(from, size), size };
    needles[start] ??= [];
    // A secret may repeat itself.
    if (!needles[start].some((known) => known.hash === needle.hash)) needles[start].push(needle);
  }
}

/** Replaces every needle with `[secret]`. `view` is the decoded text, padded with NULs to the same length. */
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
      // The rest of an escape sequence.
      while (view[after] === "\0") after++;
      end = Math.max(end, after);
    }
  }
  return without + text.slice(end);
}
