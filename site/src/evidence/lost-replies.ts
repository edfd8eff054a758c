/** What `npm run lost-reply` measured, read from the page that it wrote. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Group {
  readonly name: string;
  readonly measured: number;
  /** A program can see from one field that the reply was lost. */
  readonly recognizable: number;
  readonly sentAgain: number;
  /** Two refunds if the call is made once more. */
  readonly twice: number;
}

interface Measured {
  readonly name: string;
  readonly version: string;
  readonly calledAgain: string;
  readonly recognizable: string;
}

export interface LostReplies {
  readonly groups: readonly Group[];
  readonly sdks: readonly Measured[];
}

export function readLostReplies(root: string): LostReplies {
  const page = readFileSync(join(root, "docs/lost-replies.md"), "utf8");
  const [summary = [], each = []] = tablesOf(page);
  const groups = rows(summary).map((row) => ({
    name: row[""] ?? "",
    measured: number(row.measured),
    recognizable: number(row["recognizable: yes"]),
    sentAgain: number(row["sent again automatically"]),
    twice: number(row["refund twice if called again"]),
  }));
  const sdks = rows(each).flatMap((row) => {
    const [, name = "", version] = /^`([^`]+)`(?: (\S+))?/.exec(row[""] ?? "") ?? [];
    const [calledAgain = "", recognizable = ""] = [row["called again"], row["recognizable?"]];
    return version && calledAgain ? [{ name, version, calledAgain, recognizable }] : [];
  });
  if (groups.length !== 2 || sdks.length !== groups[0]?.measured) {
    throw new Error("docs/lost-replies.md has other tables than this reads. Change both together.");
  }
  return { groups, sdks };
}

/** Each table as its lines. */
const tablesOf = (page: string): string[][] =>
  [...page.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trim().split("\n"));

function rows([head = "", , ...body]: readonly string[]): Record<string, string>[] {
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const names = cells(head);
  return body.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
}

function number(text: string | undefined): number {
  const value = Number(text);
  if (!text || !Number.isSafeInteger(value)) throw new Error(`"${text}" is not a number.`);
  return value;
}
