/** The spec as a whole: one refund, at most one query and token call. */
import type { OpenApi } from "../openapi/document.ts";
import { operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkProvider(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  for (const kind of ["refund", "query", "token"] as const) {
    const [, ...more] = operations.filter((operation) => operation.kind === kind);
    for (const operation of more) {
      spec.report(
        operation.at,
        `there is a second x-${kind}`,
        "a provider has one, so describe another API in a spec of its own",
        "key",
      );
    }
  }
  if (!operations.some(({ kind }) => kind === "refund")) {
    spec.report(["paths"], "no operation refunds", "mark the one that does with x-refund", "key");
  }
}
