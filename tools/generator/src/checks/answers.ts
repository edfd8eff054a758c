/** Every pointer of a rule, an echo or an id leads to a documented field of the answer, and every value can occur there. */
import { type At, suggest } from "@refunds/spec-reader";
import { hasAnyItem } from "../any-item.ts";
import type { OpenApi, RawRefund, RawRule, RawToken } from "../openapi/document.ts";
import { canBeMet, type HeldPart, isSuccess, partsOf } from "../openapi/held-rules.ts";
import { lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { Field } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";
import { checkCondition } from "./conditions.ts";
import { checkPositionsOfRule } from "./list-positions.ts";

export function checkAnswers(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    if (operation.answers.length + operation.empty.length === 0) {
      spec.report(
        [...operation.at, "responses"],
        "no response has a JSON body with a schema",
        "describe the answer",
        "key",
      );
      continue;
    }
    checkEmpty(spec, operation);
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
export type Find = (pointer: string, at: At, anyItem?: "any item") => readonly Field[];

export const findIn =
  (spec: SpecFile, operation: Operation): Find =>
  (pointer, at, anyItem) => {
    if (!anyItem && hasAnyItem(pointer)) {
      spec.report(
        at,
        `${pointer} may lead to several values, and one is read here`,
        "name the item",
        "key",
      );
    }
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

/** An empty answer says nothing but its status. */
function checkEmpty(spec: SpecFile, { empty }: Operation): void {
  for (const { status, at } of empty) {
    if (/^[245](\d\d|XX)$/.test(status)) continue;
    const advice =
      status === "default"
        ? "name its status, or describe the body"
        : "remove it: such an answer is always unknown";
    spec.report(
      at,
      `an answer without content and with the status ${status} proves nothing`,
      advice,
      "key",
    );
  }
}

function checkRules(spec: SpecFile, operation: Operation, find: Find): void {
  operation.vocabulary.outcomes.forEach((rule, index) => {
    const { when, means, reason, repeat } = rule;
    const at = [...operation.wordsAt, "outcomes", index];
    const before = spec.problems().length;
    checkCondition(spec, when, means, [...at, "when"], find);
    if (spec.problems().length === before) checkShape(spec, operation, rule, at);
    checkPositionsOfRule(spec, operation, rule, at);
    if (reason && means !== "declined") {
      spec.report(
        [...at, "reason"],
        `a reason belongs to a decline, not to ${means}`,
        "remove it",
        "key",
      );
    }
    const obtains = operationsOf(spec.root as OpenApi).some(({ kind }) => kind === "token");
    if (repeat === "new-token" && !obtains) {
      spec.report(
        [...at, "repeat"],
        "no operation obtains a token, so there is no new one",
        "describe the one that does with x-token, or remove it",
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

/** A rule that no documented answer of its statuses can meet would never say anything. */
function checkShape(spec: SpecFile, operation: Operation, rule: RawRule, at: At): void {
  if (rule.means === "unknown") return;
  const parts = partsOf(spec.root as OpenApi, operation, rule);
  const isMet = (part: HeldPart) => canBeMet(part, rule.means);
  const mustBe = isSuccess(rule.means) && rule.when.http !== undefined;
  if (mustBe ? parts.every(isMet) : parts.some(isMet)) return;
  spec.report(
    at,
    `no answer that is documented under this HTTP status has what ${rule.means} asks for`,
    "describe it under its status in `responses`, or correct the condition",
  );
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
