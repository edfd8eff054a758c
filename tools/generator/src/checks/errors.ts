/** The list of documented errors: no code twice, and a place to read codes and messages from. */
import { suggest } from "@refunds/spec-reader";
import type { OpenApi, RawError } from "../openapi/document.ts";
import { join, lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkErrors(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const errors = root["x-errors"];
  const seen = new Map<string, number>();
  errors.list.forEach((error, index) => {
    const at = ["x-errors", "list", index];
    const { matchMessage } = error;
    const key = JSON.stringify([
      error.at,
      error.code,
      matchMessage,
      matchMessage && error.text.toLowerCase(),
    ]);
    const name = error.code === undefined ? `the message "${error.text}"` : `code "${error.code}"`;
    const wider = errors.list.slice(0, index).findIndex((other) => includes(other, error));
    if (seen.has(key)) {
      spec.report(
        at,
        `${name} is listed twice, first as entry ${seen.get(key)}`,
        "keep one, or tell them apart with matchMessage",
      );
    } else if (
      error.code !== undefined &&
      error.matchMessage &&
      seen.has(JSON.stringify([error.at, error.code, undefined, undefined]))
    ) {
      spec.report(
        at,
        `${name} is already matched by an entry without matchMessage`,
        "put this one first",
      );
    } else if (wider >= 0) {
      spec.report(
        at,
        `${name} is already matched by entry ${wider + 1}, whose text is part of this one`,
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
    const [, ...places] = [errors.code ?? []].flat();
    if (error.at !== undefined && !places.includes(error.at)) {
      spec.report(
        [...at, "at"],
        `${error.at} is not among the further places of x-errors.code`,
        places.length === 0 ? "remove it" : `use ${places.join(" or ")}, or remove it`,
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
    const several = typeof errors[word] === "object";
    [errors[word] ?? []].flat().forEach((pointer, index) => {
      const at = ["x-errors", word, ...(several ? [index] : [])];
      const { fields, known, missing } = join(
        operations.map((operation) => lookUpAnswer(root, operation, pointer)),
      );
      if (fields.length === 0)
        spec.report(at, `no answer has ${pointer}`, suggest(missing ?? pointer, known));
      if (pointer.split("/").filter((token) => token === "*").length > 1)
        spec.report(at, `${pointer} has more than one *`, "name the list of errors with one");
    });
  }
}

/** Whether every answer with the error `one` is matched by an entry with a part of its message. */
function includes(other: RawError, one: RawError): boolean {
  const [part, whole] = [other.text.toLowerCase(), one.text.toLowerCase()];
  if (other.code !== undefined && other.code !== one.code) return false;
  if (other.matchMessage === "contains")
    return one.matchMessage !== undefined && whole.includes(part);
  const startsWith = one.matchMessage === true || one.matchMessage === "starts";
  return other.matchMessage === "starts" && startsWith && whole.startsWith(part);
}

/** With a code of a yes among the errors no answer would be a yes any more. */
function checkSuccesses(spec: SpecFile, operations: readonly Operation[]): void {
  const { code: place, list } = (spec.root as OpenApi)["x-errors"];
  const successes = operations.flatMap(({ kind, vocabulary }) =>
    vocabulary.outcomes
      .filter(({ means }) => !["declined", "by_code", "unknown"].includes(means))
      .flatMap(({ when, means }) =>
        [place ?? []]
          .flat()
          .flatMap((pointer) => when[pointer] ?? [])
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
