/** Every credential that a request needs is declared, and every alternative suffices for every operation. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawToken, RawVerify } from "../openapi/document.ts";
import { notificationOf } from "../openapi/notification.ts";
import {
  credentialNames,
  type Operation,
  operationsOf,
  securityOf,
  sourceOf,
} from "../openapi/operations.ts";
import { keyKindOf, namedParts } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { checkSecurity } from "./security.ts";

/** A credential that a request needs, and where the spec says so. */
interface Need {
  readonly name: string;
  readonly at: At;
}

export function checkCredentials(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  const token = operations.find(({ kind }) => kind === "token");
  const gives = (token?.vocabulary as RawToken | undefined)?.gives;
  const sets = root["x-credentials"];
  const declared = [
    ...new Set([...sets.flatMap((set) => Object.keys(set)), ...(gives ? [gives] : [])]),
  ];
  for (const operation of operations) {
    checkSecurity(spec, root, operation, gives);
    for (const { name, at } of needsOf(root, operation)) {
      if (!declared.includes(name))
        spec.report(at, `"${name}" is not among x-credentials`, suggest(name, declared));
    }
  }
  const notified = notificationNeeds(root);
  for (const { name, at } of notified) {
    if (!declared.includes(name))
      spec.report(at, `"${name}" is not among x-credentials`, suggest(name, declared));
  }
  checkKeys(spec, root, operations);
  const sent = operations.flatMap((operation) => needsOf(root, operation).map(({ name }) => name));
  checkRotating(spec, root, sent, notified);
  const used = [...sent, ...notified.map(({ name }) => name)];
  if (gives !== undefined && token && !used.includes(gives)) {
    spec.report([...token.wordsAt, "gives"], `no operation sends "${gives}"`, suggest(gives, used));
  }
  if (token && gives !== undefined) {
    const own = needsOf(root, token).find(({ name }) => name === gives);
    if (own) {
      const what = `the token call would send "${gives}", which it obtains`;
      spec.report(token.at, what, "give it a security of its own, such as security: []", "key");
    }
  }
  const tokenNeeds = token ? needsOf(root, token).map(({ name }) => name) : [];
  sets.forEach((set, index) => {
    const exchanged =
      token && tokenNeeds.every((name) => name in set) ? [gives ?? "", ...tokenNeeds] : [];
    for (const operation of operations.filter(({ kind }) => kind !== "token")) {
      for (const { name } of needsOf(root, operation)) {
        if (name in set || exchanged.includes(name) || !declared.includes(name)) continue;
        spec.report(
          ["x-credentials", index],
          `this alternative lacks "${name}", which ${operation.kind} needs`,
          "add it",
        );
      }
    }
    for (const name of Object.keys(set).filter((candidate) => !used.includes(candidate))) {
      spec.report(
        ["x-credentials", index, name],
        `no operation uses "${name}"`,
        suggest(name, used),
        "key",
      );
    }
  });
}

function needsOf(root: OpenApi, operation: Operation): Need[] {
  const { send, sign, verify } = operation.vocabulary;
  const sent = Object.keys(send).map((source) => ({
    source,
    at: [...operation.wordsAt, "send", source],
  }));
  const signAt = [...operation.wordsAt, "sign"];
  const signing = sign
    ? [
        { source: sign.key ?? "", at: [...signAt, "key"] },
        ...namedParts(sign).map(({ name, at }) => ({ source: name, at: [...signAt, ...at] })),
      ]
    : [];
  const verifying = sourcesOf(verify, [...operation.wordsAt, "verify"]);
  const security = securityOf(root, operation).map(({ scheme, at }) => ({
    source: sourceOf(scheme),
    at: [...at, "x-credential"],
  }));
  return [...sent, ...signing, ...verifying, ...security].flatMap(({ source, at }) =>
    credentialNames(source).map((name) => ({ name, at })),
  );
}

const sourcesOf = (verify: RawVerify | undefined, verifyAt: At) =>
  verify
    ? [
        { source: verify.key ?? "", at: [...verifyAt, "key"] },
        { source: verify.keyId?.is ?? "", at: [...verifyAt, "keyId", "is"] },
        ...namedParts(verify).map(({ name, at }) => ({ source: name, at: [...verifyAt, ...at] })),
      ]
    : [];

/** The credentials that verify and decrypt a notification. */
function notificationNeeds(root: OpenApi): Need[] {
  const notification = notificationOf(root);
  if (!notification) return [];
  const { words, wordsAt } = notification;
  const { verify, encrypted } = words;
  return [
    ...sourcesOf(verify, [...wordsAt, "verify"]),
    ...(encrypted ? [{ source: encrypted.key, at: [...wordsAt, "encrypted", "key"] }] : []),
  ].flatMap(({ source, at }) => credentialNames(source).map((name) => ({ name, at })));
}

/** Only one of a list can be sent, and a client without notifications does without it. */
function checkRotating(
  spec: SpecFile,
  root: OpenApi,
  sent: readonly string[],
  notified: readonly Need[],
): void {
  root["x-credentials"].forEach((set, index) => {
    for (const [name, { rotates, optional, schema }] of Object.entries(set)) {
      const verifies = notified.some((need) => need.name === name) && !sent.includes(name);
      if (!rotates || (verifies && optional && schema.type === "string")) continue;
      spec.report(
        ["x-credentials", index, name, "rotates"],
        `"${name}" is not an optional text that only verifies notifications`,
        "remove `rotates`, or mark the credential with optional: true",
        "key",
      );
    }
  });
}

/** A signature needs a key of its kind, and a private key serves only to sign. */
function checkKeys(spec: SpecFile, root: OpenApi, operations: readonly Operation[]): void {
  const formatOf = (name: string) =>
    root["x-credentials"].map((set) => set[name]?.schema.format).find(Boolean);
  for (const operation of operations) {
    const { sign } = operation.vocabulary;
    const kind = keyKindOf(sign?.algorithm ?? "");
    const name = sign?.key?.slice("credentials.".length) ?? "";
    const format = formatOf(name);
    const needed = kind === "secret" ? undefined : `${kind}-private-key`;
    if (sign?.key !== undefined && kind && format !== needed) {
      const is = format ? `is of format ${format}` : `has no format: ${needed}`;
      spec.report(
        [...operation.wordsAt, "sign", "key"],
        `${sign.algorithm} is signed with "${name}", which ${is}`,
        needed ? "add it" : "use a shared secret",
      );
    }
    for (const { name: source, at } of needsOf(root, operation)) {
      if (at.at(-1) === "key" || !formatOf(source)?.endsWith("-private-key")) continue;
      spec.report(
        at,
        `"credentials.${source}" is a private key and never leaves`,
        "name it in sign.key",
        "key",
      );
    }
  }
}
