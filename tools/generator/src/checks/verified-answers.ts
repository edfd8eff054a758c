/** A signed answer is verified by a key that its algorithm takes, over parts that an answer has. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawVerify } from "../openapi/document.ts";
import { lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import { composedParts, keyKindOf, namedParts } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { checkEncoding } from "./signatures.ts";

export function checkVerifiedAnswers(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    const { verify } = operation.vocabulary;
    if (!verify) continue;
    const at = [...operation.wordsAt, "verify"];
    checkKey(spec, root, verify, at);
    checkParts(spec, root, operation, verify, at);
    checkEncoding(spec, verify.encoding, verify.algorithm, [...at, "encoding"]);
    if (verify.pattern !== undefined && !isPattern(verify.pattern)) {
      spec.report(
        [...at, "pattern"],
        `"${verify.pattern}" is not a regular expression (with the u flag)`,
        "correct it",
      );
    }
  }
}

function checkKey(spec: SpecFile, root: OpenApi, { algorithm, key }: RawVerify, at: At): void {
  const kind = keyKindOf(algorithm);
  if (kind === undefined || key === undefined) {
    if (kind === undefined && key === undefined) return;
    const [what, advice] = kind
      ? ["needs a key", "name the credential in `key`"]
      : ["has no key", "name the secret in `over`"];
    spec.report(key === undefined ? at : [...at, "key"], `${algorithm} ${what}`, advice, "key");
    return;
  }
  const name = key.slice("credentials.".length);
  const format = root["x-credentials"].map((set) => set[name]?.schema.format).find(Boolean);
  const needed = kind === "secret" ? undefined : `${kind}-public-key`;
  if (format === needed) return;
  spec.report(
    [...at, "key"],
    `${algorithm} is verified with "${name}", which ${format ? `is of format ${format}` : `has no format: ${needed}`}`,
    needed ? `give its schema format: ${needed}` : "use a shared secret",
  );
}

const ofRequest = ["method", "path", "pathname", "operationPath", "query", "host"];

function checkParts(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  verify: RawVerify,
  at: At,
): void {
  const { from, within, keyId } = verify;
  const places = [
    ...namedParts(verify),
    { name: from, at: ["from"] },
    ...(within ? [{ name: within.at, at: ["within", "at"] }] : []),
    ...(keyId ? [{ name: keyId.at, at: ["keyId", "at"] }] : []),
  ];
  for (const { name, at: below } of places) {
    if (name === "body" || ofRequest.includes(name) || /^(header|credentials)\./.test(name))
      continue;
    const where = [...at, ...below];
    if (!name.startsWith("body#")) {
      const known = ["body", "header.<name>", "body#/<name>", "credentials.<name>", ...ofRequest];
      spec.report(where, `an answer has no ${name}`, `use ${known.join(", ")}`);
      continue;
    }
    const { fields, known, missing } = lookUpAnswer(root, operation, name.slice("body#".length));
    if (fields.length === 0) {
      spec.report(
        where,
        `no answer of ${operation.kind} has ${name}`,
        suggest(missing ?? "", known),
      );
    }
  }
  for (const { part, at: below } of composedParts(verify)) {
    if ("digest" in part) checkEncoding(spec, part.encoding, part.algorithm, [...at, ...below]);
    if (!("fields" in part) || part.fields === "body") continue;
    spec.report(
      [...at, ...below],
      `the ${part.fields} of an answer cannot be listed`,
      "name each header that is signed",
    );
  }
  if (from.startsWith("body#") && namedParts(verify).some(({ name }) => name === "body")) {
    spec.report(
      [...at, "over"],
      "the whole body is signed and the signature stands in it",
      "sign { fields: body }",
    );
  }
  const over = JSON.stringify(verify.over);
  if (within && !over.includes(within.at) && !/"body"/.test(over)) {
    spec.report(
      [...at, "within", "at"],
      `${within.at} is not signed, so it proves no time`,
      "add it to `over`, or remove `within`",
    );
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
