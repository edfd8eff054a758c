/** What a notification is said to prove: who sent it, which refund it is about, and what must be asked first. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import {
  canAsk,
  lookUpEvent,
  lookUpNotification,
  type NotificationOperation,
  needsConfirmation,
  notificationOf,
  signsEach,
} from "../openapi/notification.ts";
import { lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import type { RawNotification, RawNotificationRule } from "../openapi/raw-notification.ts";
import type { Lookup } from "../openapi/schemas.ts";
import { moneyOf } from "../openapi/tables.ts";
import { wireFormOf } from "../openapi/wire-form.ts";
import type { SpecFile } from "../read.ts";
import type { Find } from "./answers.ts";
import { checkCondition } from "./conditions.ts";
import { checkEncrypted } from "./encrypted-part.ts";
import { checkNotificationExamples } from "./notification-examples.ts";
import { checkVerify } from "./verified-answers.ts";

export function checkNotification(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const notification = notificationOf(root);
  if (!notification) return;
  const { at, body, answer, words, wordsAt } = notification;
  if (!body) {
    spec.report(
      [...at, "requestBody"],
      "the body is neither JSON nor a form with a schema",
      "describe it under application/json or application/x-www-form-urlencoded",
      "key",
    );
    return;
  }
  if (!answer) {
    spec.report(
      [...at, "responses"],
      "nothing says what to answer",
      'add the status that the provider expects, such as "200"',
      "key",
    );
  }
  const find = findIn(spec, (place) => lookUpEvent(root, notification, place));
  const findWhole = findIn(spec, (place) => lookUpNotification(root, notification, place));
  if (words.delivery !== undefined) findWhole(words.delivery, [...wordsAt, "delivery"]);
  if (words.each !== undefined) findWhole(words.each, [...wordsAt, "each"]);
  checkSigned(spec, root, notification);
  checkEncrypted(spec, root, notification);
  checkAbout(spec, root, notification, find);
  checkAmount(spec, notification, find);
  words.evidence.forEach((rule, index) => {
    const ruleAt = [...wordsAt, "evidence", index];
    checkCondition(spec, rule.when, rule.proves, [...ruleAt, "when"], find);
    checkReason(spec, rule, ruleAt);
    checkProof(spec, root, notification, rule, ruleAt);
  });
  checkNotificationExamples(spec, root, notification);
}

const findIn =
  (spec: SpecFile, lookUp: (place: string) => Lookup): Find =>
  (place, at) => {
    const { fields, missing, known } = lookUp(place);
    if (fields.length === 0) {
      const advice = suggest(missing ?? "", known);
      spec.report(at, `a notification has no ${place}: there is no "${missing}"`, advice);
    }
    return fields;
  };

function checkSigned(spec: SpecFile, root: OpenApi, notification: NotificationOperation): void {
  const { words, wordsAt } = notification;
  const { verify } = words;
  if (!verify) return;
  const at = [...wordsAt, "verify"];
  const lookUp = signsEach(words) ? lookUpEvent : lookUpNotification;
  checkVerify(spec, root, verify, at, {
    name: "a notification",
    found: "notification",
    // Proxies change addresses, so a server does not know the one that was signed.
    whole: ["body"],
    kinds: ["header", "query", "credentials", "settings"],
    lookUp: (place) =>
      /^(credentials|settings)\./.test(place)
        ? undefined
        : lookUp(root, notification, place.replace(/^body#/, "")),
  });
  if (!verify.unless) return;
  spec.report(
    [...at, "unless"],
    "a notification has no status, and without its signature nothing in it is believed",
    "remove it",
    "key",
  );
}

function checkAbout(
  spec: SpecFile,
  root: OpenApi,
  { words: { about }, wordsAt }: NotificationOperation,
  find: Find,
): void {
  const refund = operationsOf(root).find(({ kind }) => kind === "refund");
  if (!refund) return;
  const { send, refundId, identifiedBy } = refund.vocabulary as RawRefund;
  const known = [...Object.keys(send), ...(refundId === undefined ? [] : ["refund.id"])];
  for (const [source, place] of Object.entries(about)) {
    const at = [...wordsAt, "about", source];
    find(place, at);
    if (!known.includes(source)) {
      const what = `no refund is known by its ${source}`;
      spec.report(at, what, suggest(source, known), "key");
    } else if (source === "key" && formOf(root, refund, "key") === "uuid") {
      spec.report(at, "the key is sent as a UUID, which leads back to no key", "remove it", "key");
    }
  }
  const isWhole = identifiedBy.some((sources) => sources.every((source) => source in about));
  if (isWhole || "key" in about || "refund.id" in about) return;
  spec.report(
    [...wordsAt, "about"],
    "it leads to no refund",
    `name key, refund.id, or ${identifiedBy.map((sources) => sources.join(" and ")).join(", or ")}`,
    "key",
  );
}

const formOf = (root: OpenApi, refund: Operation, source: string) => {
  const place = refund.vocabulary.send[source];
  return place === undefined ? undefined : wireFormOf(lookUpPlace(root, refund, place).fields);
};

function checkAmount(
  spec: SpecFile,
  { words: { echo }, wordsAt }: NotificationOperation,
  find: Find,
): void {
  if (!echo) return;
  const at = [...wordsAt, "echo"];
  find(echo.currency, [...at, "currency"]);
  const fields = find(echo.amount, [...at, "amount"]);
  if (fields.length === 0 || moneyOf(fields)) return;
  spec.report(
    [...at, "amount"],
    `${echo.amount} is compared with an amount, but its schema has no x-money`,
    "add its unit",
  );
}

function checkReason(spec: SpecFile, { reason, proves }: RawNotificationRule, at: At): void {
  if (!reason || proves === "declined") return;
  spec.report(
    [...at, "reason"],
    `a reason belongs to a decline, not to ${proves}`,
    "remove it",
    "key",
  );
}

/** A rule that needs no question must be signed, and say which refund and how much. */
function checkProof(
  spec: SpecFile,
  root: OpenApi,
  { words, wordsAt }: NotificationOperation,
  rule: RawNotificationRule,
  at: At,
): void {
  const { verify, about, echo } = words;
  const unsigned = unsignedPlaces(words, rule);
  const written = rule.confirm === undefined && words.confirm !== undefined;
  const where = written
    ? [...wordsAt, "confirm"]
    : rule.confirm === undefined
      ? at
      : [...at, "confirm"];
  const report = (what: string, advice: string) => spec.report(where, what, advice, "key");
  if (needsConfirmation(root, words, rule)) {
    if (!canAsk(root)) {
      report(
        "no query proves anything, so there is nothing to ask",
        "add evidence to x-query, or remove the rule",
      );
    } else if (rule.proves === "reversed") {
      report(
        "no query proves that the money came back",
        "write `confirm: false` if the notification is signed, or remove the rule",
      );
    }
    return;
  }
  if (!verify) {
    report(
      "without `verify`, anyone can have sent it, so it proves nothing",
      "describe the signature, or write `confirm: true`",
    );
  } else if (unsigned.length > 0) {
    const what = `${unsigned.join(", ")} is not signed, so it proves nothing`;
    report(what, "write `confirm: true`");
  } else if (!("key" in about) && !("refund.id" in about)) {
    report("it does not say which refund of the payment it is about", "write `confirm: true`");
  } else if (!echo && operationsOf(root).some(({ vocabulary }) => vocabulary.send.amount)) {
    report(
      "it does not repeat the amount, so a part could pass for the whole",
      "add `echo`, or write `confirm: true`",
    );
  }
}

/** What the rule believes and the signature does not cover. */
function unsignedPlaces(
  { verify, about, echo }: RawNotification,
  { when }: RawNotificationRule,
): string[] {
  const signed = JSON.stringify(verify?.over ?? "");
  if (signed.includes('"body"')) return [];
  return [...new Set([...Object.keys(when), ...Object.values({ ...about, ...echo })])].filter(
    (place) => !signed.includes(JSON.stringify(place.startsWith("/") ? `body#${place}` : place)),
  );
}
