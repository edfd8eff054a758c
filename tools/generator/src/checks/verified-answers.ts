/** What is signed is verified by a key that its algorithm takes, over parts that it has. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawVerify } from "../openapi/document.ts";
import { lookUpAnswer, operationsOf } from "../openapi/operations.ts";
import type { Lookup } from "../openapi/schemas.ts";
import { composedParts, keyKindOf, namedParts } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { checkEncoding } from "./signatures.ts";

export function checkVerifiedAnswers(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    const { verify } = operation.vocabulary;
    if (!verify) continue;
    checkVerify(spec, root, verify, [...operation.wordsAt, "verify"], {
      name: "an answer",
      whole: ["body", "method", "path", "pathname", "operationPath", "query", "host"],
      found: `answer of ${operation.kind}`,
      kinds: ["header", "credentials"],
      lookUp: (place) =>
        place.startsWith("body#")
          ? lookUpAnswer(root, operation, place.slice("body#".length))
          : undefined,
    });
  }
}

/** What is signed, as messages name it. */
export interface Signed {
  /** Such as "an answer". */
  readonly name: string;
  /** Such as "answer of refund", after "no". */
  readonly found: string;
  /** The parts of it as a whole, such as `body`. */
  readonly whole: readonly string[];
  /** What parts with a dot may begin with, in addition to `parts`. */
  readonly kinds: readonly string[];
  /** The field at a place; undefined if it is not looked up. */
  lookUp(place: string): Lookup | undefined;
}

export function checkVerify(
  spec: SpecFile,
  root: OpenApi,
  verify: RawVerify,
  at: At,
  signed: Signed,
): void {
  checkKey(spec, root, verify, at);
  checkParts(spec, verify, at, signed);
  checkFields(spec, verify, at, signed);
  checkTime(spec, verify, at);
  checkEncoding(spec, verify.encoding, verify.algorithm, [...at, "encoding"]);
  const patterns = Object.entries({ ...verify.parts }).map(
    ([name, { pattern }]) => [pattern, ["parts", name, "pattern"]] as const,
  );
  for (const [pattern, below] of [[verify.pattern, ["pattern"]] as const, ...patterns]) {
    if (pattern === undefined || isPattern(pattern)) continue;
    spec.report(
      [...at, ...below],
      `"${pattern}" is not a regular expression (with the u flag)`,
      "correct it",
    );
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

function checkParts(spec: SpecFile, verify: RawVerify, at: At, signed: Signed): void {
  const { from, within, keyId, parts = {} } = verify;
  const used = new Set<string>();
  const places = [
    ...namedParts(verify),
    { name: from, at: ["from"] },
    ...(within ? [{ name: within.at, at: ["within", "at"] }] : []),
    ...(keyId ? [{ name: keyId.at, at: ["keyId", "at"] }] : []),
  ];
  for (const { name, at: below } of places) {
    const where = [...at, ...below];
    const [kind = "", rest = ""] = name.split(/[.#](.*)/s);
    if (kind === "parts") {
      used.add(rest);
      if (!(rest in parts)) {
        const known = Object.keys(parts);
        spec.report(where, `"${name}" is not among \`parts\``, suggest(rest, known));
      }
      continue;
    }
    if (signed.whole.includes(name)) continue;
    if (kind !== "body" && !signed.kinds.includes(kind)) {
      const dotted = [...signed.kinds, "parts"].map((each) => `${each}.<name>`);
      const known = new Set(["body", ...dotted, "body#/<name>", ...signed.whole]);
      spec.report(where, `${signed.name} has no ${name}`, `use ${[...known].join(", ")}`);
      continue;
    }
    const found = signed.lookUp(name);
    if (!found || found.fields.length > 0) continue;
    spec.report(where, `no ${signed.found} has ${name}`, suggest(found.missing ?? "", found.known));
  }
  for (const name of Object.keys(parts).filter((each) => !used.has(each))) {
    spec.report([...at, "parts", name], `nothing uses the part "${name}"`, "remove it", "key");
  }
  if (from.startsWith("body#") && namedParts(verify).some(({ name }) => name === "body")) {
    spec.report(
      [...at, "over"],
      "the whole body is signed and the signature stands in it",
      "sign { fields: body }",
    );
  }
}

function checkFields(spec: SpecFile, verify: RawVerify, at: At, { name }: Signed): void {
  for (const { part, at: below } of composedParts(verify)) {
    if ("digest" in part) checkEncoding(spec, part.encoding, part.algorithm, [...at, ...below]);
    if (!("fields" in part) || part.fields === "body") continue;
    spec.report(
      [...at, ...below],
      `the ${part.fields} of ${name} cannot be listed`,
      "name each header that is signed",
    );
  }
}

function checkTime(spec: SpecFile, { within, over }: RawVerify, at: At): void {
  const text = JSON.stringify(over);
  if (!within || text.includes(within.at) || /"body"/.test(text)) return;
  spec.report(
    [...at, "within", "at"],
    `${within.at} is not signed, so it proves no time`,
    "add it to `over`, or remove `within`",
  );
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
