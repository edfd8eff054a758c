/** Every value that is sent has a place of its own, which exists and can hold it. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import { check } from "../openapi/json-schema.ts";
import { lookUpPlace, type Operation } from "../openapi/operations.ts";
import { compile, type Field } from "../openapi/schemas.ts";
import { timeProblem } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { checkQuestion } from "./one-refund.ts";

export function checkSend(spec: SpecFile, root: OpenApi, operation: Operation): void {
  const filled = new Map<string, string>();
  for (const { source, place, at, again } of operation.sent) {
    if (again && (source === "amount" || source === "currency")) {
      spec.report(at, `"${source}" has several places`, "it can have one");
    }
    const other = filled.get(place);
    if (other !== undefined)
      spec.report(at, `${place} is already filled by "${other}"`, "a place holds one value");
    filled.set(place, source);
    const fields = findPlace(spec, root, operation, place, at);
    if (fields.length === 0) continue;
    if (fields.length > 1) {
      const what = `${place} has several schemas there`;
      spec.report(at, what, `give it one (a list of types says "either")`);
    }
    checkMoney(spec, source, place, at, fields);
    checkQuestion(spec, operation, source, at);
    if (source === "timestamp") checkTime(spec, place, at, fields);
    if (source === "nonce") checkNonce(spec, root, operation, place, at, fields);
    checkTypes(spec, source, place, at, fields);
  }
  checkTogether(spec, operation);
}

/** The fields at a place of the request; reported where there is none. */
export function findPlace(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  place: string,
  at: At,
): readonly Field[] {
  const { fields, known, missing } = lookUpPlace(root, operation, place);
  if (fields.length > 0) return fields;
  const advice =
    missing === "body" ? "the operation has no request body" : suggest(missing ?? "", known);
  spec.report(at, `${operation.kind} has no place ${place}`, advice);
  return [];
}

/** `x-money` stands where the amount goes, and nowhere else. */
function checkMoney(
  spec: SpecFile,
  source: string,
  place: string,
  at: At,
  fields: readonly Field[],
): void {
  const isMoney = fields.some(({ value }) => value["x-money"]);
  if (source !== "amount" && isMoney) {
    spec.report(
      at,
      `"${source}" goes to ${place}, whose x-money would not be applied: only "amount" is money`,
      "remove x-money there, and describe the form in the schema",
      "key",
    );
  }
  if (source === "amount" && !isMoney) {
    spec.report(
      at,
      `the amount goes to ${place}, but the schema there has no x-money`,
      "add its unit",
    );
  }
}

function checkTime(spec: SpecFile, place: string, at: At, fields: readonly Field[]): void {
  const time = fields.map(({ value }) => value["x-time"]).find(Boolean);
  const problem = time ? timeProblem(time) : "the schema there has no x-time";
  if (!problem) return;
  spec.report(
    at,
    `the time goes to ${place}, but ${problem}`,
    "add its format: unix-seconds, unix-milliseconds, iso-8601, rfc-1123, or a pattern with its zone",
  );
}

/** A nonce is made, so only its form decides whether it fits. */
function checkNonce(
  spec: SpecFile,
  root: OpenApi,
  { vocabulary }: Operation,
  place: string,
  at: At,
  fields: readonly Field[],
): void {
  const form = vocabulary.sign?.nonce;
  const sample = form
    ? "aZ09".repeat(form.length).slice(0, form.length)
    : "0f8fad5b-d9cb-469f-a165-70867728950e";
  const problem = fields
    .map((field) => check(compile(root, field, "request"), sample, place))
    .find(Boolean);
  if (!problem) return;
  spec.report(
    at,
    `a nonce such as ${sample} does not fit ${place}: it ${problem.message}`,
    "say in sign.nonce how many letters and digits it has, or correct the schema",
  );
}

function checkTypes(
  spec: SpecFile,
  source: string,
  place: string,
  at: At,
  fields: readonly Field[],
): void {
  const types = fields.flatMap(({ value }) => value.type ?? []);
  if (types.includes("null")) {
    const what = `"${source}" is sent or left out, so null at ${place} would not be sent`;
    spec.report(at, what, "remove that type");
  }
  if (!source.startsWith("extra.") && (types.includes("object") || types.includes("array"))) {
    spec.report(
      at,
      `${place} holds an object or a list, and "${source}" is one value`,
      "name the field inside it",
    );
  }
}

/** What makes no sense without another value. */
function checkTogether(spec: SpecFile, { kind, vocabulary: { send }, wordsAt }: Operation): void {
  if (send.currency !== undefined && send.amount === undefined) {
    spec.report(
      [...wordsAt, "send", "currency"],
      "a currency is sent without an amount",
      "send the amount too, or neither",
      "key",
    );
  }
  const namesPayment = Object.keys(send).some((source) => source.startsWith("payment."));
  if (kind === "refund" && !namesPayment) {
    spec.report(
      [...wordsAt, "send"],
      "nothing says which payment is refunded",
      "send a payment.<id>",
      "key",
    );
  }
}
