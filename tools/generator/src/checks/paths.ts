/** Several operations at one path have names, `/graphql#refund`, and constants that tell their requests apart. */

import { constantsOf } from "../openapi/constants.ts";
import type { OpenApi } from "../openapi/document.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkPaths(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const earlier: Operation[] = [];
  for (const operation of operationsOf(root)) {
    const { path, method, parameters } = operation;
    const [where, name] = path.split("#");
    const at = ["paths", path];
    if (name !== undefined && !/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      spec.report(at, `"#${name}" cannot name an operation`, "use letters and digits", "key");
    }
    if (name !== undefined && parameters.some(({ value }) => value.in === "query")) {
      const what = "a path with a name cannot have query parameters";
      spec.report(at, what, "give the operation a path of its own", "key");
    }
    for (const other of earlier) {
      if (other.method !== method || other.path.split("#")[0] !== where) continue;
      const theirs = new Map(constantsOf(root, other).map(({ to, schema }) => [to, schema.const]));
      const differs = constantsOf(root, operation).some(
        ({ to, schema }) => theirs.has(to) && theirs.get(to) !== schema.const,
      );
      if (differs) continue;
      spec.report(
        at,
        `its requests look like those of ${other.path}`,
        "give a required field another const in each of them",
        "key",
      );
    }
    earlier.push(operation);
  }
}
