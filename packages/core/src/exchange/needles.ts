/**
 * Finds many strings (needles) in a text with rolling hashes. The time is linear in the text, even for texts that nearly
 * repeat a needle everywhere. White space is ignored.
 */

interface Needle {
  readonly hash: number;
  readonly size: number;
  /** The power of the factor that its hash takes. */
  readonly power: number;
}

export interface Needles {
  /** Whether a needle may begin with a hash, by some of its bits. Small, because it is asked for at every character. */
  readonly starts: Uint8Array;
  /** By the hash of their first characters. */
  readonly by: Map<number, Needle[]>;
}

export const noNeedles = (): Needles => ({ starts: new Uint8Array(2 ** 12), by: new Map() });

/** The number of leading characters by which needles are looked up. No needle is shorter. */
const beginning = 8;

const factor = 0x9e3779b1;

function powerOf(exponent: number): number {
  let power = 1;
  for (let times = 0; times < exponent; times++) power = Math.imul(power, factor);
  return power;
}

const powerOfBeginning = /* @__PURE__ */ powerOf(beginning);

/**
 * What a character is compared as, loosely. Nothing (0) if it may or may not be escaped, or differs between variants of Base64.
 */
const loosely = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return /["%&'+\-/<>\\_]/.test(lower) ? 0 : lower.charCodeAt(0);
});

/** What a character counts as. Below 33 it does not count. */
function codeAt(text: string, place: number, loose: boolean | undefined): number {
  const code = text.charCodeAt(place);
  return loose ? (loosely[code] ?? 0) : code;
}

/** Whether a needle begins somewhere. Keeps nothing, because in most texts none does. */
function beginsIn(text: string, { starts, by }: Needles, loose?: boolean): boolean {
  // The sums before the latest characters.
  const sums = [0, 0, 0, 0, 0, 0, 0, 0];
  let sum = 0;
  let size = 0;
  for (let place = 0; place < text.length; place++) {
    const code = codeAt(text, place, loose);
    if (code < 33) continue;
    sums[size++ % beginning] = sum;
    sum = (Math.imul(sum, factor) + code) | 0;
    const before = sums[size % beginning] as number;
    const start = (sum - Math.imul(before, powerOfBeginning)) | 0;
    if (starts[start >>> 20] && by.has(start)) return true;
  }
  return false;
}

/** The positions of the characters that count, and the hash of any range of them. */
function read(text: string, loose?: boolean) {
  const places = new Int32Array(text.length);
  const sums = new Int32Array(text.length + 1);
  let size = 0;
  for (let place = 0; place < text.length; place++) {
    const code = codeAt(text, place, loose);
    if (code < 33) continue;
    places[size] = place;
    sums[size + 1] = Math.imul(sums[size] as number, factor) + code;
    size++;
  }
  const hash = (from: number, length: number, power: number) =>
    ((sums[from + length] as number) - Math.imul(sums[from] as number, power)) | 0;
  return { places, hash, size };
}

/**
 * @param pieces adds every piece of this length that begins at a multiple of eight, instead of the whole text
 * @returns whether the text is long enough
 */
export function addNeedles(
  { starts, by }: Needles,
  text: string,
  loose?: boolean,
  pieces?: number,
): boolean {
  const { hash, size: whole } = read(text, loose);
  const size = pieces ?? whole;
  const power = powerOf(size);
  for (let from = 0; size >= beginning && from + size <= whole; from += 8) {
    const start = hash(from, beginning, powerOfBeginning);
    const needle = { hash: hash(from, size, power), size, power };
    const list = by.get(start) ?? [];
    starts[start >>> 20] = 1;
    // A secret may repeat itself.
    if (!list.some(({ hash }) => hash === needle.hash)) by.set(start, [...list, needle]);
  }
  return size >= beginning;
}

/** Replaces every needle with `[secret]`. `view` is the decoded text, padded with NULs to the same length. */
export function withoutNeedles(
  text: string,
  view: string,
  needles: Needles,
  loose?: boolean,
): string {
  if (!beginsIn(view, needles, loose)) return text;
  const { places, hash, size: whole } = read(view, loose);
  let without = "";
  let end = 0;
  for (let from = 0; from + beginning <= whole; from++) {
    for (const needle of needles.by.get(hash(from, beginning, powerOfBeginning)) ?? []) {
      const { size } = needle;
      if (from + size > whole || hash(from, size, needle.power) !== needle.hash) continue;
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
