/** Something wrong in a spec: where, what happened, what to do. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Where in a document: keys and indexes from its root. */
export type At = readonly (string | number)[];

/** Takes one problem; a check calls it for everything it finds and carries on. */
export type Report = (at: At, message: string, point?: "key" | "value") => void;

/** Everything that is wrong with the specs, all at once. Nothing is written when this is thrown. */
export class ProblemsFound extends Error {
  override readonly name = "ProblemsFound";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(byPosition);
    const lines = sorted.map(
      ({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`,
    );
    const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
    super(`${lines.join("\n")}\n\n${count}; nothing was written.`);
    this.problems = sorted;
  }
}

function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
