/** Edits that a person wrote down, made to the pages. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Case, type LabelledChange, setOf } from "./label.ts";
import type { Outline } from "./outline.ts";

interface Edit {
  /** Stands on the page once. */
  readonly find?: string;
  /** A pattern, wherever it is met. */
  readonly each?: string;
  /** Stands there once, and all that follows goes with it. */
  readonly from?: string;
  readonly put: string;
}

interface Written {
  readonly n: number;
  readonly changes?: readonly LabelledChange[];
  readonly nothing?: "words" | "layout" | "reordered" | "example";
  readonly unreadable?: string;
  readonly edits: readonly Edit[];
}

/** @param folder of the edits: `hand`, or `later` for those of all pages once they were accepted */
export function handMade(name: string, { page }: Outline, folder: "hand" | "later"): Case[] {
  const file = `${folder}/${name}.yaml`;
  const written = parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Written[];
  return written.map(({ n, changes = [], nothing, unreadable, edits }) => ({
    page: name,
    n,
    set: setOf(name, n),
    label: { changes, ...(nothing && { nothing }), ...(unreadable && { unreadable: true }) },
    content: edits.reduce((text, edit) => edited(text, edit, `${file}, n: ${n}`), page),
  }));
}

function edited(text: string, { find, each, from, put }: Edit, where: string): string {
  if (each !== undefined) {
    const after = text.replace(new RegExp(each, "gm"), put);
    if (after === text) throw new Error(`${where}: ${JSON.stringify(each)} is nowhere.`);
    return after;
  }
  const wanted = find ?? from ?? "";
  const at = text.indexOf(wanted);
  if (at < 0 || text.includes(wanted, at + 1)) {
    throw new Error(`${where}: ${JSON.stringify(wanted)} does not stand there once.`);
  }
  return text.slice(0, at) + put + (from === undefined ? text.slice(at + wanted.length) : "");
}
