/** Every pointer of a rule, an echo or an id leads to a documented field of the answer, and every value can occur there. */
import { type At, nearest, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawRefund, RawRule, RawToken } from "../openapi/document.ts";
import { lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { Field } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkAnswers(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    if (operation.answers.length === 0) {
      spec.report(
        [...operation.at, "responses"],
        "no response has a JSON body with a schema",
        "describe the answer",
        "key",
      );
      continue;
    }
    const find = findIn(spec, operation);
    checkRules(spec, operation, find);
    if (operation.kind === "refund") checkRefund(spec, operation, find);
    if (operation.kind === "token") {
      const { token, expires } = operation.vocabulary as RawToken;
      find(token, [...operation.wordsAt, "token"]);
      find(expires.at, [...operation.wordsAt, "expires", "at"]);
    }
  }
}

/** The fields of an operation's answers at a pointer; reported where there is none. */
export type Find = (pointer: string, at: At) => readonly Field[];

export const findIn =
  (spec: SpecFile, operation: Operation): Find =>
  (pointer, at) => {
    const { fields, missing, known } = lookUpAnswer(spec.root as OpenApi, operation, pointer);
    if (fields.length === 0) {
      spec.report(
        at,
        `no answer of ${operation.kind} has ${pointer}: there is no "${missing}"`,
        suggest(missing ?? "", known),
        "key",
      );
    }
    return fields;
  };

function checkRules(spec: SpecFile, operation: Operation, find: Find): void {
  operation.vocabulary.outcomes.forEach(({ when, means, reason, repeat }, index) => {
    const at = [...operation.wordsAt, "outcomes", index];
    checkCondition(spec, when, [...at, "when"], find);
    if (reason && means !== "declined") {
      spec.report(
        [...at, "reason"],
        `a reason belongs to a decline, not to ${means}`,
        "remove it",
        "key",
      );
    }
    if (repeat && (means !== "declined" || operation.kind === "token")) {
      const what = operation.kind === "token" ? "a token request" : means;
      spec.report(
        [...at, "repeat"],
        `repeat belongs to a decline that moved no money, not to ${what}`,
        "remove it",
        "key",
      );
    }
  });
}

/** The pointers of a condition, and the values expected there. */
export function checkCondition(spec: SpecFile, when: RawRule["when"], at: At, find: Find): void {
  for (const [pointer, expected] of Object.entries(when)) {
    const whenAt = [...at, pointer];
    if (pointer === "http") {
      for (const status of [expected].flat().map(String)) {
        if (/^[1-5]\d\d$/.test(status)) continue;
        spec.report(
          whenAt,
          `"${status}" is not an HTTP status, so the condition would never hold`,
          "list the statuses, such as [400, 404, 422]",
        );
      }
      continue;
    }
    const fields = find(pointer, whenAt);
    const documented = fields.map(({ value }) =>
      value.const === undefined ? value.enum : [value.const],
    );
    if (fields.length === 0 || documented.includes(undefined)) continue;
    const values = documented.flatMap((list) => [...(list ?? [])]).map(String);
    const closed = fields.every(({ value }) => value.const !== undefined);
    for (const value of [expected].flat().map(String)) {
      // Enums are open, so a rule may know more words than the page lists; a slip of the pen is another matter.
      if (!values.includes(value) && (closed || nearest(value, values))) {
        spec.report(
          whenAt,
          `${pointer} is never "${value}" in the documented answers`,
          suggest(value, values),
        );
      }
    }
  }
}

function checkRefund(spec: SpecFile, operation: Operation, find: Find): void {
  const { echo, refundId, send } = operation.vocabulary as RawRefund;
  const at = operation.wordsAt;
  if (refundId !== undefined) find(refundId, [...at, "refundId"]);
  checkEcho(spec, echo, [...at, "echo"], send, find);
}

/** What an answer repeats was sent by the refund, `send`. */
export function checkEcho(
  spec: SpecFile,
  echo: RawRefund["echo"],
  at: At,
  send: RawRefund["send"],
  find: Find,
): void {
  for (const [source, pointer] of Object.entries(echo)) {
    const echoAt = [...at, source];
    // An amount carries its currency, sent or not.
    const given = send[source] ?? (source === "currency" ? send.amount : undefined);
    if (given === undefined) {
      spec.report(
        echoAt,
        `"${source}" is not sent, so no answer can repeat it`,
        suggest(source, Object.keys(send)),
        "key",
      );
    }
    checkCompared(spec, source, echoAt);
    const fields = find(pointer, echoAt);
    if (source === "amount" && fields.length > 0 && !fields.some(({ value }) => value["x-money"])) {
      spec.report(
        echoAt,
        `${pointer} is compared with an amount, but its schema has no x-money`,
        "add its unit",
      );
    }
  }
}

/** An echo that could not be compared would look like a check and be none. */
function checkCompared(spec: SpecFile, source: string, at: At): void {
  if (source === "timestamp" || source === "nonce") {
    spec.report(
      at,
      `"${source}" is new in every request, so it is not compared`,
      "remove it",
      "key",
    );
  }
  if (!source.startsWith("credentials.")) return;
  const name = source.slice("credentials.".length);
  const sets = (spec.root as OpenApi)["x-credentials"].filter((set) => name in set);
  if (sets.length > 0 && sets.every((set) => set[name]?.secret === false)) return;
  spec.report(
    at,
    `"${name}" is a secret, which is masked in answers, so it cannot be compared`,
    "remove it, or mark the credential with secret: false if it is none",
    "key",
  );
}
