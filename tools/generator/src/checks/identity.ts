/** Every request that the types allow names its payment: what the journal's rules about one payment rest on. */
import { suggest } from "@refunds/spec-reader";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkIdentity(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    if (operation.kind !== "refund") continue;
    checkKnown(spec, operation);
    const { identifiedBy } = operation.vocabulary as RawRefund;
    const at = [...operation.wordsAt, "identifiedBy"];
    const sent = Object.keys(operation.vocabulary.send);
    const missing = identifiedBy.flatMap((way, index) =>
      way.flatMap((source, member) => (sent.includes(source) ? [] : [{ source, index, member }])),
    );
    for (const { source, index, member } of missing) {
      spec.report([...at, index, member], `"${source}" is not sent`, suggest(source, sent));
    }
    if (missing.length > 0) continue;
    const nameless = requestsOf(root, operation).find(
      (given) => !identifiedBy.some((way) => way.every((source) => given.includes(source))),
    );
    if (nameless) {
      const shown = nameless.length > 0 ? nameless.join(" and ") : "no identifier";
      spec.report(
        at,
        `a request with ${shown} would not name its payment`,
        "add a way in which it does, or require an identifier",
        "key",
      );
    }
  }
}

/** What is not sent tells payments apart, or is compared with the answer. */
function checkKnown(spec: SpecFile, { sent, vocabulary, wordsAt }: Operation): void {
  const { known = {}, identifiedBy, echo } = vocabulary as RawRefund;
  const held = sent.filter(({ place }) => place.startsWith("known."));
  for (const { source, at } of held) {
    const isUsed = source in echo || identifiedBy.flat().includes(source);
    if (!source.startsWith("payment.")) {
      spec.report(at, `"${source}" is not an identifier, so it must be sent`, "give it a place");
    } else if (!isUsed) {
      const what = `"${source}" is not sent, and neither identifiedBy nor echo names it`;
      spec.report(at, what, "name it there, or remove it", "key");
    }
  }
  for (const name of Object.keys(known)) {
    if (held.some(({ place }) => place === `known.${name}`)) continue;
    const what = `no identifier is known.${name}`;
    spec.report([...wordsAt, "known", name], what, "add it to send, or remove it", "key");
  }
}

/** The identifiers that each kind of request has for certain: the required ones, and one of each choice. */
export function requestsOf(root: OpenApi, operation: Operation): string[][] {
  const { certain, groups } = identifiersOf(root, operation);
  return groups.reduce(
    (requests, group) => requests.flatMap((given) => group.map((one) => [...given, one])),
    [certain],
  );
}

/** The identifiers that a caller may give or leave out. */
export const optionalIdentifiers = (root: OpenApi, operation: Operation): string[] =>
  identifiersOf(root, operation).optional;

function identifiersOf(root: OpenApi, operation: Operation) {
  const { send, exactlyOne = [] } = operation.vocabulary;
  const groups = exactlyOne.filter(([first = ""]) => first.startsWith("payment."));
  const chosen = groups.flat();
  const isCertain = ([, place]: readonly [string, string]) => {
    const { fields } = lookUpPlace(root, operation, place);
    return fields.length > 0 && fields.every((field) => field.required);
  };
  const others = Object.entries(send).filter(
    ([source]) => source.startsWith("payment.") && !chosen.includes(source),
  );
  return {
    groups,
    certain: others.filter(isCertain).map(([source]) => source),
    optional: others.filter((one) => !isCertain(one)).map(([source]) => source),
  };
}
