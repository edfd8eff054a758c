/** The repo's own files, and the page that is given. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { suggest } from "@refunds/spec-reader";
import { fetchPage } from "./address.ts";
import { type Committed, parseFacts } from "./reading/file.ts";
import { parseReading, type Reading } from "./reading/reading.ts";
import { readSpec, type Spec } from "./spec/contract.ts";
import { mostBytes, tooLarge, Unusable } from "./unusable.ts";

export interface Provider {
  readonly spec: Spec;
  /** Undefined where no page has been accepted yet. */
  readonly committed: Committed | undefined;
  /** Undefined where none has been proposed yet. */
  readonly reading: Reading | undefined;
  /** Paths from the root. */
  readonly files: { readonly spec: string; readonly facts: string; readonly reading: string };
  write(file: string, content: string): void;
}

/** @throws {Unusable} for a provider without a spec, with the one that was meant */
export function findProvider(root: string, name: string): Provider {
  const files = {
    spec: `specs/${name}.yaml`,
    facts: `specs/facts/${name}.json`,
    reading: `specs/readings/${name}.json`,
  };
  const at = (file: string) => join(root, file);
  if (!/^[a-z][a-z0-9]*$/.test(name) || !existsSync(at(files.spec)))
    throw new Unusable(noSuchProvider(root, name));
  const read = (file: string) =>
    existsSync(at(file)) ? textOf(readFileSync(at(file)), file) : undefined;
  const [facts, reading] = [read(files.facts), read(files.reading)];
  return {
    spec: readSpec(files.spec, read(files.spec) ?? ""),
    committed: facts === undefined ? undefined : parseFacts(facts),
    reading: reading === undefined ? undefined : parseReading(files.reading, reading),
    files,
    write(file, content) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
    },
  };
}

function noSuchProvider(root: string, name: string): string {
  const specs = readdirSync(join(root, "specs")).filter((file) => file.endsWith(".yaml"));
  const known = specs.map((file) => file.replace(".yaml", ""));
  return `There is no provider "${name}"; ${suggest(name, known)}`;
}

/**
 * The page's text.
 * @param from the folder that a file's path is meant from
 * @throws {Unusable} for a page that cannot be read
 */
export async function pageText(page: string, from: string): Promise<string> {
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(page);
  return textOf(isAddress ? await fetchPage(page) : fileAt(resolve(from, page), page), page);
}

function fileAt(path: string, page: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT")
      throw new Unusable(
        `There is no file ${page}, and it is not an address either (https://...).`,
      );
    throw new Unusable(
      `${path} cannot be read: ${code === "EISDIR" ? "it is a folder" : String(code)}.`,
    );
  }
  if (bytes.length > mostBytes) throw tooLarge(page);
  return bytes;
}

/** Windows saves "Unicode" as UTF-16, behind a mark; an HTML page may say its own encoding. */
export function textOf(bytes: Buffer, page: string): string {
  if (bytes.length === 0) throw new Unusable(`${page} is empty. Save the page again.`);
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0))
    throw new Unusable(`${page} is not text. Save the page as HTML, or copy its text into a file.`);
  const charset = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(
    bytes.subarray(0, 2048).toString("latin1"),
  )?.[1];
  try {
    // A browser that saves a page as UTF-8 leaves its <meta> as it was.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(charset && isEncoding(charset) ? charset : "windows-1252").decode(bytes);
  }
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}
