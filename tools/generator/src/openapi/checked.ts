/** A document that has passed every check, with its operations found once, for everything that is made of it. */
import type { SpecFile } from "../read.ts";
import type { OpenApi } from "./document.ts";
import { type Operation, operationsOf } from "./operations.ts";

export interface CheckedDocument {
  /** `specs/<name>.yaml`. */
  readonly file: string;
  readonly name: string;
  readonly root: OpenApi;
  readonly operations: readonly Operation[];
  readonly refund: Operation;
  readonly query: Operation | undefined;
  readonly token: Operation | undefined;
}

export function checkedDocument({ file, name, root: checked }: SpecFile): CheckedDocument {
  const root = checked as OpenApi;
  const operations = operationsOf(root);
  const of = (kind: Operation["kind"]) => operations.find((operation) => operation.kind === kind);
  const refund = of("refund");
  if (!refund) throw new Error(`${file}: no refund operation got past the checks`);
  return { file, name, root, operations, refund, query: of("query"), token: of("token") };
}
