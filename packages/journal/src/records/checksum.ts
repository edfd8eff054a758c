const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

const encoder = new TextEncoder();

/** CRC-32 of the text in UTF-8, as eight hex digits. The same as `zlib.crc32()` in Node and Python. */
export function checksum(text: string): string {
  let rest = 0xffffffff;
  const bytes = encoder.encode(text);
  // A for-of loop takes several times as long.
  for (let at = 0; at < bytes.length; at++) {
    rest = (rest >>> 8) ^ (table[(rest ^ (bytes[at] as number)) & 0xff] as number);
  }
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
