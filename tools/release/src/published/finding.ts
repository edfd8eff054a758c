import type { Project } from "./project.ts";

/** The result of one check for one package: a cell of the table. */
export interface Finding {
  readonly package: string;
  readonly column: string;
  /** A number or short text, such as "ok". */
  readonly cell: string;
  /** The problems. Each says where it is and what was expected. */
  readonly problems: readonly string[];
}

export type Check = (project: Project) => Finding[] | Promise<Finding[]>;
