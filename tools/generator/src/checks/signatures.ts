/** A signature is over parts that exist, with a key that its algorithm takes, and reads as text where it stands. */
import { type At, suggest } from "@refunds/spec-reader";
import type { SignedPart, TextStep } from "../core-types.ts";
import type { OpenApi, RawSign } from "../openapi/document.ts";
import { lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import { composedParts, keyKindOf, namedParts, timeProblem } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { findPlace } from "./sent-values.ts";
import { checkNames } from "./signed-names.ts";

export function checkSignatures(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const kinds = new Set<string>();
  for (const operation of operationsOf(root)) {
    const { sign } = operation.vocabulary;
    if (!sign) continue;
    const at = [...operation.wordsAt, "sign"];
    checkKeyWords(spec, sign, at);
    checkNames(spec, root, operation, sign, at);
    checkFresh(spec, operation, sign, at);
    checkTexts(spec, sign, at);
    for (const { part, at: below } of composedParts(sign)) {
      checkPart(spec, root, operation, part, [...at, ...below]);
    }
    checkEncoding(spec, sign.encoding, sign.algorithm, [...at, "encoding"]);
    for (const to of [sign.to, ...Object.keys(sign.also ?? {})]) {
      findPlace(spec, root, operation, to, to === sign.to ? [...at, "to"] : [...at, "also", to]);
    }
    const kind = keyKindOf(sign.algorithm);
    if (kind) kinds.add(kind === "secret" ? "a shared secret" : "a key in PEM");
    if (kinds.size > 1) {
      spec.report(
        [...at, "algorithm"],
        `one operation is signed with ${[...kinds].join(", another with ")}`,
        "a package loads one kind of key, so describe another API in a spec of its own",
      );
    }
  }
}

function checkKeyWords(spec: SpecFile, sign: RawSign, at: At): void {
  const kind = keyKindOf(sign.algorithm);
  if (kind && sign.key === undefined) {
    spec.report(at, `${sign.algorithm} needs a key`, "name the credential in `key`", "key");
  }
  const unused = [
    ["key", kind !== undefined, "a digest has no key; name the secret in `over`"],
    ["bits", kind === "rsa", "only RSA keys have a modulus length"],
    ["keyEncoding", kind === "secret", "only the shared secret of an HMAC is read so"],
  ] as const;
  for (const [word, used, advice] of unused) {
    if (sign[word] === undefined || used) continue;
    spec.report([...at, word], `${sign.algorithm} does not use "${word}"`, advice, "key");
  }
}

/** A timestamp or nonce is written as its place says, or as `sign` says where it has none. */
function checkFresh(spec: SpecFile, operation: Operation, sign: RawSign, at: At): void {
  const named = namedParts(sign);
  const { timestamp: sentTime, nonce: sentNonce } = operation.vocabulary.send;
  const time = named.find(({ name }) => name === "timestamp");
  if (time && sentTime === undefined && !sign.timestamp) {
    spec.report(
      [...at, ...time.at],
      "the timestamp has no place of its own, so its form is not known",
      "say in sign.timestamp how it is written, such as { format: unix-seconds }",
    );
  }
  if (sign.timestamp && (sentTime !== undefined || !time)) {
    const [what, advice] = sentTime
      ? [`the timestamp goes to ${sentTime}, whose x-time says how it is written`, "remove it"]
      : ["nothing names the timestamp", "remove it, or name it in `over`"];
    spec.report([...at, "timestamp"], what, advice, "key");
  } else if (sign.timestamp) {
    const problem = timeProblem(sign.timestamp);
    if (problem) spec.report([...at, "timestamp"], problem, "correct it");
  }
  if (sign.nonce && sentNonce === undefined && !named.some(({ name }) => name === "nonce")) {
    spec.report(
      [...at, "nonce"],
      "nothing names the nonce",
      "remove it, or name it in `over`",
      "key",
    );
  }
}

/** A line break or another character in a header would end the header. */
function checkTexts(spec: SpecFile, sign: RawSign, at: At): void {
  const texts: [string, string, At][] = Object.entries(sign.also ?? {}).map(([to, text]) => [
    to,
    text,
    ["also", to],
  ]);
  if (sign.as !== undefined) texts.push([sign.to, sign.as, ["as"]]);
  for (const [to, text, below] of texts) {
    if (!to.startsWith("header.") || /^[!-~]+( [!-~]+)*$/.test(text)) continue;
    spec.report(
      [...at, ...below],
      "a header holds printable ASCII, without spaces at its ends",
      "correct the text",
    );
  }
  if ((sign.as?.match(/\{signature\}/g) ?? []).length > 1) {
    spec.report([...at, "as"], "the signature stands in it twice", "keep one");
  }
}

function checkPart(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  part: Exclude<SignedPart, string>,
  at: At,
): void {
  if ("digest" in part) checkEncoding(spec, part.encoding, part.algorithm, [...at, "encoding"]);
  if (!("fields" in part)) return;
  const { fields, except = [], startingWith } = part;
  if (fields === "headers") {
    if (startingWith !== undefined) return;
    spec.report(
      at,
      "every header would be signed, also those that runtimes and proxies add",
      "say which in `startingWith`",
    );
    return;
  }
  except.forEach((name, index) => {
    const place = fields === "body" ? `body#/${name}` : `query.${name}`;
    const { fields: found, known } = lookUpPlace(root, operation, place);
    if (found.length > 0) return;
    const what = `${operation.kind} has no place ${place}`;
    spec.report([...at, "except", index], what, suggest(name, known));
  });
}

/** Bytes become text first; then the text may change. */
export function checkEncoding(
  spec: SpecFile,
  encoding: TextStep | readonly TextStep[],
  algorithm: string,
  at: At,
): void {
  const steps = [encoding].flat() as readonly TextStep[];
  const [first, ...rest] = steps[0] === "der" ? steps.slice(1) : steps;
  if (steps.includes("der") && (steps[0] !== "der" || !algorithm.startsWith("ECDSA"))) {
    spec.report(
      at,
      "`der` is the form of an ECDSA signature, before it becomes text",
      "put it first, or remove it",
    );
  } else if (!/^(hex|base64|base64url)$/.test(String(first))) {
    spec.report(at, "the bytes do not become text", "begin with hex, base64 or base64url");
  } else if (rest.includes("der")) {
    spec.report(at, "`der` comes twice", "keep the first");
  }
}
