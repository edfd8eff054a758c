/** The values that the simulator fills in: each has a place in the documented schema, and a name that is known. */
import { type At, eachLeaf, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawSimulatedAnswer } from "../openapi/document.ts";
import { operationsOf } from "../openapi/operations.ts";
import type { Lookup } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";
import { amountWords, otherWords, placeholdersIn } from "../sandbox-words.ts";

/** What the simulator writes. */
export interface Written {
  /** Completes "no ... has /x". */
  readonly name: string;
  /** The names that `{{}}` can have. */
  readonly words: readonly string[];
  readonly lookUp: (place: string) => Pick<Lookup, "fields" | "known" | "missing">;
}

/** What identifies a payment in some operation. */
export const paymentIds = (root: OpenApi): string[] => [
  ...new Set(
    operationsOf(root)
      .flatMap(({ vocabulary }) => Object.keys(vocabulary.send))
      .filter((source) => source.startsWith("payment."))
      .map((source) => source.slice("payment.".length)),
  ),
];

export const fillWords = (root: OpenApi): string[] => [
  ...paymentIds(root).map((name) => `payment.${name}`),
  ...root["x-credentials"].flatMap((set) => Object.keys(set).map((name) => `credentials.${name}`)),
  ...Object.keys(root["x-settings"] ?? {}).map((name) => `settings.${name}`),
  ...amountWords,
  ...otherWords,
];

export function checkFilled(
  spec: SpecFile,
  { headers = {}, body }: Pick<RawSimulatedAnswer, "headers" | "body">,
  at: At,
  written: Written,
): void {
  for (const [name, value] of Object.entries(headers)) {
    checkLeaf(spec, value, `header.${name}`, [...at, "headers", name], written);
  }
  eachLeaf(body, "", [...at, "body"], (value, pointer, leafAt) =>
    checkLeaf(spec, value, pointer, leafAt, written),
  );
}

function checkLeaf(
  spec: SpecFile,
  value: unknown,
  pointer: string,
  at: At,
  { name: what, words, lookUp }: Written,
): void {
  const { fields, known, missing } = lookUp(pointer);
  if (fields.length === 0) {
    spec.report(
      at,
      `no ${what} has ${pointer}: there is no "${missing}"`,
      suggest(missing ?? "", known),
      "key",
    );
  }
  const names = typeof value === "string" ? placeholdersIn(value) : [];
  if (names.length > 1)
    spec.report(at, "a string holds one {{name}}", "split the field or fix one of them");
  for (const name of names) {
    if (!words.includes(name)) {
      spec.report(at, `{{${name}}} is not known`, suggest(name, words));
      continue;
    }
    checkStateWords(spec, name, at);
    const isAmount = fields.some((field) => field.value["x-money"]);
    if (!amountWords.includes(name) || fields.length === 0 || isAmount) continue;
    spec.report(
      at,
      `{{${name}}} stands at ${pointer}, whose schema has no x-money`,
      "add its unit",
    );
  }
}

function checkStateWords(spec: SpecFile, name: string, at: At): void {
  const { states, refundStates } = (spec.root as OpenApi)["x-sandbox"];
  if (name === "payment.state" && !states) {
    spec.report(at, "{{payment.state}} needs the provider's words for it", "add x-sandbox.states");
  }
  if (name === "refund.state" && !refundStates) {
    spec.report(
      at,
      "{{refund.state}} needs the provider's words for it",
      "add x-sandbox.refundStates",
    );
  }
}
