/** Values that a provider writes in another form: only where that form can be made, and the same everywhere. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { lookUpAnswer, lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import type { Field } from "../openapi/schemas.ts";
import { wireFormOf } from "../openapi/wire-form.ts";
import type { SpecFile } from "../read.ts";

export function checkForms(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    const forms = new Map<string, string | undefined>();
    for (const { source, place, at } of operation.sent) {
      const { fields } = lookUpPlace(root, operation, place);
      for (const field of fields) checkField(spec, source, place, field);
      const form = wireFormOf(fields);
      if (forms.has(source) && forms.get(source) !== form) {
        spec.report(at, `"${source}" has another form at ${place}`, "give all its places one form");
      }
      forms.set(source, form);
    }
    checkEchoes(spec, root, operation);
  }
}

function checkField(spec: SpecFile, source: string, place: string, { value, at }: Field): void {
  const report = (word: string, what: string, advice: string) =>
    spec.report([...at, word], what, advice, "key");
  const isText = [value.type ?? "string"].flat().every((type) => type === "string");
  if (value["x-key"] && source !== "key") {
    report("x-key", `"${source}" goes to ${place}, and x-key is a form of the key`, "remove it");
  }
  for (const word of ["x-key", "x-case"] as const) {
    if (value[word] && !isText) report(word, `${word} is a form of text`, "say type: string");
  }
  if (!value["x-case"]) return;
  if (!/^(currency$|reason$|extra\.)/.test(source)) {
    // Two spellings of one identifier would be two payments to the journal, and two keys one refund to the provider.
    report(
      "x-case",
      `"${source}" tells payments or refunds apart, so its letter case is not changed`,
      "remove it, and say in a pattern which case it has",
    );
  } else if (source !== "currency" && (value.pattern ?? value.enum ?? value.const) !== undefined) {
    report(
      "x-case",
      `"${source}" is checked as the caller writes it, before x-case applies`,
      "leave out pattern and enum, or x-case",
    );
  }
}

/** A value has one form, in the request and in the answer. */
function checkEchoes(spec: SpecFile, root: OpenApi, operation: Operation): void {
  const { echo = {}, send } = operation.vocabulary as Partial<RawRefund> & Operation["vocabulary"];
  for (const [source, pointer] of Object.entries(echo)) {
    const at: At = [...operation.wordsAt, "echo", source];
    const place = send[source];
    const answered = wireFormOf(lookUpAnswer(root, operation, pointer).fields);
    const sent =
      place === undefined ? answered : wireFormOf(lookUpPlace(root, operation, place).fields);
    if (answered === undefined || answered === sent) continue;
    const advice = sent === undefined ? `add it at ${place}, too` : suggest(answered, [sent]);
    spec.report(
      at,
      `${pointer} has the form ${answered}, in which "${source}" is not sent`,
      advice,
    );
  }
}
