/** Something wrong in a spec: where, what happened, what to do. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly what: string;
  readonly advice: string;
}

/** `specs/acme.yaml:12:3  what; advice` */
export const printProblem = ({ file, line, column, what, advice }: Problem) =>
  `${file}:${line}:${column}  ${what}; ${advice}`;

/** Everything that is wrong, all at once, in the order of the files and their lines, each problem once. */
export class ProblemsFound extends Error {
  override readonly name = "ProblemsFound";
  readonly problems: readonly Problem[];

  /** @param conclusion What this means for the run, as the last line: `nothing was written`. */
  constructor(problems: readonly Problem[], conclusion?: string) {
    const unique = new Map(problems.map((problem) => [printProblem(problem), problem]));
    const sorted = [...unique.values()].sort(byPosition);
    const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
    const end = conclusion === undefined ? "" : `\n\n${count}; ${conclusion}.`;
    super(`${sorted.map(printProblem).join("\n")}${end}`);
    this.problems = sorted;
  }
}

function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
