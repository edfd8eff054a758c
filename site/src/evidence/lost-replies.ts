/** What `npm run lost-reply` measured, read from what it wrote. */
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
  /** When it was measured, such as 2026-11-28. */
  readonly date: string;
  readonly groups: readonly Group[];
  /** Of others, without those that could not be measured. */
  readonly sdks: readonly Measured[];
}

interface Row {
  readonly package: string;
  readonly version: string;
  readonly own: boolean;
  /** Without cells and the rest if it could not be measured. */
  readonly cells?: { readonly "called again": string };
  readonly recognizable?: string;
}

interface File {
  readonly date: string;
  readonly groups: readonly (Omit<Group, "recognizable"> & {
    readonly recognizable: { readonly says: number };
  })[];
  readonly rows: readonly Row[];
}

export function readLostReplies(root: string): LostReplies {
  const file = readFileSync(join(root, "docs/figures/lost-replies.json"), "utf8");
  const { date, groups, rows }: File = JSON.parse(file);
  return {
    date,
    groups: groups.map((group) => ({ ...group, recognizable: group.recognizable.says })),
    sdks: rows.flatMap(({ package: name, version, own, cells, recognizable }) =>
      own || !cells || !recognizable
        ? []
        : [{ name, version, calledAgain: cells["called again"], recognizable }],
    ),
  };
}
