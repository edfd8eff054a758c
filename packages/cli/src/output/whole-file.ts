/** Files that appear under their name only when they are complete. */
import { createWriteStream, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Where a file is until it is complete. Another name each time, because the same file may be written twice at once. */
export const partialOf = (file: string): string =>
  `${file}.${crypto.randomUUID().slice(0, 8)}.partial`;

/**
 * Where a file may be that is not complete, or never was.
 * @throws a system error, if the folder cannot be listed
 */
export function partialsOf(file: string): string[] {
  const start = `${basename(file)}.`;
  return readdirSync(dirname(file))
    .filter(
      (name) => name.startsWith(start) && /^[\da-f]{8}\.partial$/.test(name.slice(start.length)),
    )
    .map((name) => join(dirname(file), name));
}

/**
 * Writes a file, and leaves nothing behind if that fails.
 * @throws what `lines` throws; a system error; an `AbortError` once `signal` aborts
 */
export async function writeWhole(
  file: string,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const partial = partialOf(file);
  try {
    await pipeline(lines, createWriteStream(partial, { flags: "wx", mode: 0o600 }), { signal });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
