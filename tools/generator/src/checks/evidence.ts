/** What a query's answer is said to prove: fields that exist, amounts that can be read, and no proof that is none. */
import type { At } from "@refunds/spec-reader";
import { elementAt } from "../openapi/answer-places.ts";
import type { OpenApi, RawQuery, RawRefund } from "../openapi/document.ts";
import { identifiersIn } from "../openapi/evidence.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import type { RawProof, RawRefunded } from "../openapi/raw-evidence.ts";
import { moneyOf } from "../openapi/tables.ts";
import type { SpecFile } from "../read.ts";
import { checkEcho, type Find, findIn } from "./answers.ts";
import { checkCondition } from "./conditions.ts";
import { checkPositionsOfProof } from "./list-positions.ts";
import { checkKeyForm, checkOneRefund, checkTotalOfOne, isAboutRefund } from "./one-refund.ts";

export function checkEvidence(spec: SpecFile): void {
  const operations = operationsOf(spec.root as OpenApi);
  const query = operations.find(({ kind }) => kind === "query");
  const refunding = operations.find(({ kind }) => kind === "refund");
  const refund = refunding?.vocabulary as RawRefund;
  if (!query || query.answers.length + query.empty.length === 0) return;
  const words = query.vocabulary as RawQuery;
  const { echo = {}, refunded, evidence = [] } = words;
  checkOneRefund(spec, query, refund);
  if (!isAboutRefund(words)) checkAsked(spec, query, refund);
  if (refunding) checkKeyForm(spec, query, refunding);
  const inAnswer = findIn(spec, query);
  const find: Find = (pointer, ...rest) => inAnswer(`${elementAt(words.find)}${pointer}`, ...rest);
  const known = { ...refund.send, ...(refund.refundId && { "refund.id": refund.refundId }) };
  checkEcho(spec, echo, [...query.wordsAt, "echo"], known, find);
  const ofRefund = isAboutRefund(words) ? ["key", "refund.id"] : [];
  for (const source of Object.keys(echo)) {
    if (["currency", ...ofRefund].includes(source) || source.startsWith("payment.")) continue;
    spec.report(
      [...query.wordsAt, "echo", source],
      `an answer about a payment repeats its identifiers and its currency, not "${source}"`,
      "remove it",
      "key",
    );
  }
  if (refunded) checkRefunded(spec, query, refunded, refund, find);
  evidence.forEach((proof, index) => {
    const at = [...query.wordsAt, "evidence", index];
    checkCondition(spec, proof.when, proof.proves, [...at, "when"], find);
    checkProof(spec, proof, at, refund, refunded);
    checkPositionsOfProof(spec, query, proof, at);
    checkTotalOfOne(spec, proof, at, words);
  });
}

/** A total is about all that a refund says of its payment, so the query is asked by all of it. */
function checkAsked(spec: SpecFile, query: Operation, refund: RawRefund): void {
  const { send, evidence = [] } = query.vocabulary as RawQuery;
  if (evidence.length === 0) return;
  for (const source of identifiersIn(refund.send).filter((each) => !(each in send))) {
    const what = `the query does not take "${source}", by which a refund names its payment`;
    spec.report([...query.wordsAt, "send"], what, "send it, or `find` the refund in a list", "key");
  }
}

function checkRefunded(
  spec: SpecFile,
  query: Operation,
  refunded: RawRefunded,
  { send }: RawRefund,
  find: Find,
): void {
  const at = [...query.wordsAt, "refunded"];
  const units = new Set<string>();
  for (const word of ["at", "less", "all"] as const) {
    const pointer = refunded[word];
    if (pointer === undefined) continue;
    const fields = find(pointer, [...at, word]);
    const money = moneyOf(fields);
    if (money?.negative && (word !== "at" || refunded.less !== undefined)) {
      spec.report(
        [...at, word],
        `${pointer} is the payment's amount or what is left of it, and has \`negative\``,
        "remove `negative` there",
      );
    }
    if (money) units.add(JSON.stringify({ ...money, as: "", negative: undefined }));
    else if (fields.length > 0) {
      spec.report(
        [...at, word],
        `${pointer} is read as an amount, but its schema has no x-money`,
        "add its unit",
      );
    }
  }
  if (units.size > 1) {
    spec.report(at, "its amounts are in different units", "point at fields of one unit", "key");
  }
  if (refunded.currency !== undefined) find(refunded.currency, [...at, "currency"]);
  const { evidence = [] } = query.vocabulary as RawQuery;
  if (!evidence.some(({ when }) => "refunded" in when)) {
    spec.report(at, "no rule of evidence asks for `refunded`", "remove it, or add the rule", "key");
  }
  for (const word of ["all", "currency"] as const) {
    if (send.amount === undefined && refunded[word] === undefined) {
      spec.report(
        at,
        "the refund names no amount, so the total has nothing to be held against",
        `add "${word}"`,
        "key",
      );
    }
  }
}

function checkProof(
  spec: SpecFile,
  { when, proves, reason, after }: RawProof,
  at: At,
  refund: RawRefund,
  refunded: RawRefunded | undefined,
): void {
  const totals = [when.refunded ?? []].flat().map(String);
  const totalAt = [...at, "when", "refunded"];
  if (totals.length > 0 && !refunded) {
    spec.report(
      totalAt,
      "no total can be read",
      "say in x-query.refunded where it stands, or remove it",
      "key",
    );
  }
  const contradicting = totals.filter(
    (total) =>
      (proves === "succeeded" && total !== "this") || (proves === "declined" && total === "this"),
  );
  for (const total of contradicting) {
    spec.report(
      totalAt,
      `a total that is "${total}" speaks against ${proves}`,
      "remove it, or correct what it proves",
    );
  }
  if (proves === "declined" && totals.includes("other") && refund.repeated) {
    spec.report(
      totalAt,
      'where a payment can be refunded again, "other" may be this refund together with another one',
      "remove it",
    );
  }
  if (proves === "declined" && totals.includes("none") && after === undefined) {
    spec.report(
      at,
      "a payment without the refund proves a decline only where the provider refunds within a documented time",
      "add `after`, or remove the rule",
    );
  }
  if (after !== undefined && proves !== "declined") {
    spec.report(
      [...at, "after"],
      `what shows that a refund is ${proves} needs no waiting`,
      "remove it",
      "key",
    );
  }
  if (reason && proves !== "declined") {
    spec.report(
      [...at, "reason"],
      `a reason belongs to a decline, not to ${proves}`,
      "remove it",
      "key",
    );
  }
}
