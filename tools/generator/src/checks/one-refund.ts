/** A query about one refund: what it asks by, and how a list says which refund is ours. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawQuery, RawRefund } from "../openapi/document.ts";
import { lookUpAnswer, lookUpPlace, type Operation } from "../openapi/operations.ts";
import type { RawFind, RawProof } from "../openapi/raw-evidence.ts";
import { wireFormOf } from "../openapi/wire-form.ts";
import type { SpecFile } from "../read.ts";

/** Whether the evidence is about one refund, whatever else happened to the payment. */
export const isAboutRefund = ({ about, find }: RawQuery): boolean =>
  about !== undefined || find !== undefined;

/** A query knows the payment, and what a refund of it was sent with. */
export function checkQuestion(spec: SpecFile, operation: Operation, source: string, at: At): void {
  const asksForRefund = (operation.vocabulary as RawQuery).about === "refund";
  const ofRefund = source === "key" || source === "refund.id";
  if (source === "refund.id" && operation.kind !== "query") {
    spec.report(
      at,
      `"refund.id" is known only after the refund, so a ${operation.kind} cannot send it`,
      "send it in x-query, with `about: refund`",
      "key",
    );
  } else if (operation.kind === "query" && ofRefund && !asksForRefund) {
    spec.report(
      at,
      `a query about the payment cannot send "${source}"`,
      "add `about: refund` if it asks for one refund, or ask by payment.<id>",
      "key",
    );
  } else if (operation.kind === "query" && /^(amount|currency|reason)$/.test(source)) {
    spec.report(
      at,
      `a query cannot send "${source}": it asks by identifiers`,
      "ask by payment.<id>, or, with `about: refund`, by refund.id or key",
      "key",
    );
  }
}

export function checkOneRefund(spec: SpecFile, query: Operation, refund: RawRefund): void {
  const { about, find, send } = query.vocabulary as RawQuery;
  if (about && send.key === undefined && send["refund.id"] === undefined) {
    spec.report(
      [...query.wordsAt, "about"],
      "nothing says which refund is asked for",
      "send refund.id or key, or remove `about`",
    );
  }
  for (const source of ["key", "refund.id"]) {
    if (send[source] !== undefined)
      checkKnown(spec, source, [...query.wordsAt, "send", source], refund);
  }
  if (find) checkFind(spec, query, find, refund);
}

function checkFind(spec: SpecFile, query: Operation, find: RawFind, refund: RawRefund): void {
  const at = [...query.wordsAt, "find"];
  const lookUp = (pointer: string) => lookUpAnswer(spec.root as OpenApi, query, pointer);
  const list = lookUp(find.in);
  if (list.fields.length === 0) {
    spec.report(
      [...at, "in"],
      `no answer of query has ${find.in}: there is no "${list.missing}"`,
      suggest(list.missing ?? "", list.known),
    );
    return;
  }
  if (!list.fields.some(({ value }) => value.items)) {
    spec.report(
      [...at, "in"],
      `${find.in || "the answer"} is not a list with items`,
      "point at the list, and describe its items",
    );
    return;
  }
  for (const [pointer, source] of Object.entries(find.where)) {
    const whereAt = [...at, "where", pointer];
    const { fields, missing, known } = lookUp(`${find.in}/0${pointer}`);
    if (fields.length === 0) {
      spec.report(
        whereAt,
        `no element of ${find.in} has ${pointer}: there is no "${missing}"`,
        suggest(missing ?? "", known),
        "key",
      );
    }
    checkKnown(spec, source, whereAt, refund);
  }
  if (!Object.values(find.where).some((source) => source === "key" || source === "refund.id")) {
    spec.report(
      [...at, "where"],
      "every refund of the payment can have these values",
      "compare one with key or refund.id",
      "key",
    );
  }
  checkComplete(spec, find, at, (pointer) => lookUp(pointer));
}

function checkComplete(
  spec: SpecFile,
  { where, complete }: RawFind,
  at: At,
  lookUp: (pointer: string) => ReturnType<typeof lookUpAnswer>,
): void {
  if (!complete) return;
  if (!Object.values(where).includes("key")) {
    spec.report(
      [...at, "complete"],
      "a refund whose answer was lost has no refund.id, so its absence is never noticed",
      "compare with key, or remove `complete`",
      "key",
    );
  }
  const { unless } = complete;
  if (unless === undefined) return;
  const unlessAt = [...at, "complete", "unless"];
  const { fields, missing, known } = lookUp(unless);
  if (fields.length === 0) {
    spec.report(
      unlessAt,
      `no answer of query has ${unless}: there is no "${missing}"`,
      suggest(missing ?? "", known),
    );
  } else if (fields.some(({ value, required }) => value.type === "boolean" && !required)) {
    spec.report(
      unlessAt,
      `${unless} can be missing, and then a list that goes on would look complete`,
      "add it to `required`",
    );
  }
}

/** Evidence compares the key as the caller wrote it. */
export function checkKeyForm(spec: SpecFile, query: Operation, refund: Operation): void {
  const place = refund.vocabulary.send.key;
  const root = spec.root as OpenApi;
  if (place === undefined || !wireFormOf(lookUpPlace(root, refund, place).fields)) return;
  const { echo = {}, find } = query.vocabulary as RawQuery;
  const compared = [
    ...(echo.key === undefined ? [] : [["echo", "key"]]),
    ...Object.entries(find?.where ?? {}).flatMap(([pointer, source]) =>
      source === "key" ? [["find", "where", pointer]] : [],
    ),
  ];
  for (const at of compared) {
    spec.report(
      [...query.wordsAt, ...at],
      "the provider knows the key in another form (x-key), which evidence does not compare",
      "compare with refund.id, or remove it",
      "key",
    );
  }
}

/** The provider can know it only if the refund sent it, or its answer gave it. */
function checkKnown(spec: SpecFile, source: string, at: At, refund: RawRefund): void {
  if (source === "refund.id") {
    if (refund.refundId !== undefined) return;
    spec.report(at, "nothing reads refund.id", "add x-refund.refundId", "key");
  } else if (refund.send[source] === undefined) {
    spec.report(
      at,
      `the refund does not send "${source}", so the provider does not know it`,
      suggest(source, Object.keys(refund.send)),
      "key",
    );
  }
}

/** The amount of one refund says nothing by being another one. */
export function checkTotalOfOne(spec: SpecFile, { when }: RawProof, at: At, words: RawQuery): void {
  if (!isAboutRefund(words)) return;
  for (const total of [when.refunded ?? []].flat().map(String)) {
    if (total === "this") continue;
    spec.report(
      [...at, "when", "refunded"],
      `of one refund, an amount that is "${total}" proves nothing`,
      "compare with this, or remove it",
    );
  }
}
