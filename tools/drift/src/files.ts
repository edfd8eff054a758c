/** The repo's own files, and the page that is given. */
import { dirname, join, resolve } from "node:path";
import { type Committed, parseFacts } from "./facts/file.ts";
import type { Spec } from "./spec/contract.ts";
import { mostBytes, tooLarge, Unusable } from "./unusable.ts";

// Importing node:fs by name runs all of its lazy parts, as with node:util.
const { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } =
  process.getBuiltinModule("node:fs");

export interface Provider {
  readonly name: string;
  /** Paths from the root. */
  readonly specFile: string;
  readonly factsFile: string;
  spec(): Promise<Spec>;
  /** Undefined where no page has been accepted yet. */
  committed(): Committed | undefined;
  write(facts: string): void;
}

/** @throws {Unusable} for a provider without a spec, with the one that was meant. */
export async function findProvider(root: string, name: string): Promise<Provider> {
  const specFile = `specs/${name}.yaml`;
  const factsFile = `specs/facts/${name}.json`;
  if (!/^[a-z][a-z0-9]*$/.test(name) || readIfThere(join(root, specFile)) === undefined) {
    throw new Unusable(await noSuchProvider(root, name));
  }
  return {
    name,
    specFile,
    factsFile,
    spec: () => specAt(root, specFile),
    committed() {
      const text = readIfThere(join(root, factsFile));
      return text === undefined ? undefined : parseFacts(text);
    },
    write(facts) {
      mkdirSync(dirname(join(root, factsFile)), { recursive: true });
      writeFileSync(join(root, factsFile), facts);
    },
  };
}

/** Parsed with the line of every place, which costs more than all the rest of a check: only where something changed. */
async function specAt(root: string, file: string): Promise<Spec> {
  const { readSpec } = await import("./spec/contract.ts");
  return readSpec(file, readFileSync(join(root, file), "utf8"));
}

async function noSuchProvider(root: string, name: string): Promise<string> {
  const { closest, distance } = await import("fastest-levenshtein");
  const entries = readdirSync(join(root, "specs"));
  const known = entries
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.replace(".yaml", ""));
  const near = known.length > 0 ? closest(name.toLowerCase(), known) : "";
  const meant = near && distance(name.toLowerCase(), near) <= Math.max(2, near.length / 2);
  return `There is no provider "${name}"; ${meant ? `did you mean "${near}"?` : `there are ${known.join(", ")}.`}`;
}

/**
 * The page's text.
 * @param from the folder that a file's path is meant from
 * @throws {Unusable} for a file that cannot be read
 */
export async function pageText(page: string, from: string): Promise<string> {
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(page);
  if (isAddress) return (await import("./address.ts")).fetchPage(page);
  const path = resolve(from, page);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostBytes) throw tooLarge(page);
  const bytes = bytesIfThere(path);
  if (bytes === undefined)
    throw new Unusable(`There is no file ${page}, and it is not an address either (https://...).`);
  return textOf(bytes, page);
}

/** Windows saves "Unicode" as UTF-16, behind a mark. */
function textOf(bytes: Buffer, page: string): string {
  if (bytes.length === 0) throw new Unusable(`${page} is empty. Save the page again.`);
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0))
    throw new Unusable(`${page} is no text. Save the page as HTML, or copy its text into a file.`);
  return bytes.toString("utf8");
}

const readIfThere = (path: string) => bytesIfThere(path)?.toString("utf8");

// A check reads three small files, one after the other: asked of Node's threads they cost twice as much.
function bytesIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return undefined;
    throw new Unusable(
      `${path} cannot be read: ${code === "EISDIR" ? "it is a folder" : String(code)}.`,
    );
  }
}
