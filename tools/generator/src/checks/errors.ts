/** The list of documented errors: no code twice, and a place to read codes and messages from. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawError } from "../openapi/document.ts";
import { join, lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";
import { checkPositionsOfError, messageDecides } from "./list-positions.ts";

export function checkErrors(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const errors = root["x-errors"];
  const keys = errors.list.map(keyOf);
  errors.list.forEach((error, index) => {
    checkEarlier(spec, errors.list, keys, index);
    checkEntry(spec, errors, error, ["x-errors", "list", index]);
  });
  const operations = operationsOf(root);
  checkSuccesses(spec, operations);
  checkPlaces(spec, operations);
}

/** What an entry is known by. */
const keyOf = ({ at, code, matchMessage, text }: RawError): string =>
  JSON.stringify([at, code, matchMessage, matchMessage && text.toLowerCase()]);

const nameOf = ({ code, text }: RawError): string =>
  code === undefined ? `the message "${text}"` : `code "${code}"`;

/** The first entry that matches decides, so none may stand behind one that matches all of its answers. */
function checkEarlier(
  spec: SpecFile,
  list: readonly RawError[],
  keys: readonly string[],
  index: number,
): void {
  const error = list[index] as RawError;
  const at = ["x-errors", "list", index];
  const name = nameOf(error);
  const earlier = keys.slice(0, index);
  const { matchMessage: _, ...withoutMessage } = error;
  const anyMessage = keyOf(withoutMessage);
  const twin = earlier.indexOf(keyOf(error));
  const wider = list.slice(0, index).findIndex((other) => includes(other, error));
  if (twin >= 0) {
    spec.report(
      at,
      `${name} is listed twice, first as entry ${twin + 1}`,
      "keep one, or tell them apart with matchMessage",
    );
  } else if (error.code !== undefined && error.matchMessage && earlier.includes(anyMessage)) {
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
}

function checkEntry(spec: SpecFile, errors: OpenApi["x-errors"], error: RawError, at: At): void {
  const name = nameOf(error);
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

/** Answers have what is read as their code and their message. */
function checkPlaces(spec: SpecFile, operations: readonly Operation[]): void {
  const root = spec.root as OpenApi;
  const { list } = root["x-errors"];
  for (const word of ["code", "message"] as const) {
    const decides = word === "code" || messageDecides(list);
    const places = root["x-errors"][word];
    const several = typeof places === "object";
    [places ?? []].flat().forEach((pointer, index) => {
      const at = ["x-errors", word, ...(several ? [index] : [])];
      const { fields, known, missing } = join(
        operations.map((operation) => lookUpAnswer(root, operation, pointer)),
      );
      if (fields.length === 0)
        spec.report(at, `no answer has ${pointer}`, suggest(missing ?? pointer, known));
      if (pointer.split("/").filter((token) => token === "*").length > 1)
        spec.report(at, `${pointer} has more than one *`, "name the list of errors with one");
      if (decides) checkPositionsOfError(spec, operations, pointer, at);
    });
  }
}
