import type { Project } from "./project.ts";

/** What one check found of one package: a cell of the table. */
export interface Finding {
  readonly package: string;
  readonly column: string;
  /** A figure, or "ok". */
  readonly cell: string;
  /** What is wrong, each in a sentence that says where and what should be. */
  readonly problems: readonly string[];
}

export type Check = (project: Project) => Finding[] | Promise<Finding[]>;
