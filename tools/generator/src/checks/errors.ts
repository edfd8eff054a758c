/** The list of documented errors: no code twice, and a place to read codes and messages from. */
import { suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import { join, lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkErrors(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const errors = root["x-errors"];
  const seen = new Map<string, number>();
  errors.list.forEach((error, index) => {
    const at = ["x-errors", "list", index];
    const key = JSON.stringify([error.code, error.matchMessage && error.text.toLowerCase()]);
    const name = error.code === undefined ? `the message "${error.text}"` : `code "${error.code}"`;
    if (seen.has(key)) {
      spec.report(
        at,
        `${name} is listed twice, first as entry ${seen.get(key)}`,
        "keep one, or tell them apart with matchMessage",
      );
    } else if (
      error.code !== undefined &&
      error.matchMessage &&
      seen.has(JSON.stringify([error.code, undefined]))
    ) {
      spec.report(
        at,
        `${name} is already matched by an entry without matchMessage`,
        "put this one first",
      );
    }
    if (!seen.has(key)) seen.set(key, index + 1);
    if (error.code !== undefined && errors.code === undefined) {
      spec.report(
        at,
        `${name} can never be read`,
        "say in x-errors.code where answers carry their code",
      );
    }
    if (error.repeat && error.money !== "none") {
      spec.report(
        [...at, "repeat"],
        `${name} may have moved money, so nothing is worth sending again`,
        "remove it, or say money: none where that is documented",
        "key",
      );
    }
    if (error.matchMessage && errors.message === undefined) {
      spec.report(
        at,
        `${name} can never be read`,
        "say in x-errors.message where answers carry their message",
      );
    }
  });
  const operations = operationsOf(root);
  checkSuccesses(spec, operations);
  for (const word of ["code", "message"] as const) {
    const pointer = errors[word];
    if (pointer === undefined) continue;
    const { fields, known, missing } = join(
      operations.map((operation) => lookUpAnswer(root, operation, pointer)),
    );
    if (fields.length > 0) continue;
    spec.report(["x-errors", word], `no answer has ${pointer}`, suggest(missing ?? pointer, known));
  }
}

/** With a code of a yes among the errors no answer would be a yes any more. */
function checkSuccesses(spec: SpecFile, operations: readonly Operation[]): void {
  const { code: pointer, list } = (spec.root as OpenApi)["x-errors"];
  const successes = operations.flatMap(({ kind, vocabulary }) =>
    vocabulary.outcomes
      .filter(({ means }) => !["declined", "by_code", "unknown"].includes(means))
      .flatMap(({ when, means }) =>
        [(pointer !== undefined && when[pointer]) || []]
          .flat()
          .map((code) => ({ code: String(code), is: `${means} for x-${kind}.outcomes` })),
      ),
  );
  list.forEach(({ code, matchMessage }, index) => {
    const success = matchMessage ? undefined : successes.find((one) => one.code === code);
    if (!success) return;
    spec.report(
      ["x-errors", "list", index],
      `code "${code}" is ${success.is}, and no error`,
      "keep it in one of the two",
    );
  });
}
