/** `reconcile()` asks with what the refund was sent with, so every refund that the types allow can be asked about. */
import type { At } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import type { JsonSchema } from "../openapi/json-schema.ts";
import { lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import { compile } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";
import { optionalIdentifiers, requestsOf } from "./identity.ts";

export function checkQuestions(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  const query = operations.find(({ kind }) => kind === "query");
  const refund = operations.find(({ kind }) => kind === "refund");
  if (!query || !refund) return;
  for (const { source, place, at } of query.sent) {
    const { fields } = lookUpPlace(root, query, place);
    const isRequired = fields.length > 0 && fields.every(({ required }) => required);
    if (source.startsWith("extra.")) checkExtra(spec, query, source, at, isRequired);
    if (source.startsWith("payment.") && isRequired) checkGiven(spec, refund, source, at);
    if (source === "key" || source.startsWith("payment."))
      checkForm(spec, query, refund, source, at);
  }
  checkChoices(spec, query, refund);
}

function checkExtra(
  spec: SpecFile,
  { vocabulary }: Operation,
  source: string,
  at: At,
  isRequired: boolean,
): void {
  if (!isRequired && !vocabulary.exactlyOne?.flat().includes(source)) return;
  spec.report(
    at,
    `the query needs "${source}", which reconcile() does not have`,
    "make it optional, give it a const, or ask by payment.<id>, refund.id or key",
    "key",
  );
}

function checkGiven(spec: SpecFile, refund: Operation, source: string, at: At): void {
  const without = requestsOf(spec.root as OpenApi, refund).find((given) => !given.includes(source));
  if (!without) return;
  const shown = without.length > 0 ? `a refund with ${without.join(" and ")}` : "a refund";
  spec.report(
    at,
    `the query needs "${source}", which ${shown} may not have`,
    "make it optional in the query, or require it of the refund",
    "key",
  );
}

/** Both choices are made once: by the refund. */
function checkChoices(spec: SpecFile, query: Operation, refund: Operation): void {
  const root = spec.root as OpenApi;
  const optional = optionalIdentifiers(root, refund);
  query.vocabulary.exactlyOne?.forEach((group, index) => {
    if (!group.every((source) => source.startsWith("payment."))) return;
    const at = [...query.wordsAt, "exactlyOne", index];
    for (const given of requestsOf(root, refund)) {
      const certain = group.filter((source) => given.includes(source));
      const possible = group.filter((source) => optional.includes(source));
      if (certain.length === 1 && possible.length === 0) continue;
      spec.report(
        at,
        `a refund with ${given.join(" and ") || "no identifier"} may not have exactly one of ${group.join(", ")}`,
        "give x-refund.exactlyOne the same choice",
        "key",
      );
      return;
    }
  });
}

/** What the refund takes and the query refuses could never be asked about. */
function checkForm(
  spec: SpecFile,
  query: Operation,
  refund: Operation,
  source: string,
  at: At,
): void {
  const root = spec.root as OpenApi;
  const schemaOf = (operation: Operation): JsonSchema | undefined => {
    const place = operation.vocabulary.send[source];
    const [field] = place === undefined ? [] : lookUpPlace(root, operation, place).fields;
    return field && compile(root, field, "request");
  };
  const [asked, sent] = [schemaOf(query), schemaOf(refund)];
  if (!asked || !sent) return;
  for (const [keyword, value] of Object.entries(asked)) {
    if (!isNarrower(keyword, value, sent[keyword as keyof JsonSchema])) continue;
    spec.report(
      at,
      `"${source}" has ${keyword}: ${JSON.stringify(value)} in the query and not in the refund, so some refunds cannot be asked about`,
      "describe it alike in both",
      "key",
    );
  }
}

function isNarrower(keyword: string, asked: unknown, sent: unknown): boolean {
  if (JSON.stringify(asked) === JSON.stringify(sent)) return false;
  if (typeof asked !== "number" || typeof sent !== "number") return true;
  return /^min/.test(keyword) ? asked > sent : asked < sent;
}
