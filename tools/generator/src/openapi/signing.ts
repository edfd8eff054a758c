/** What a spec says about signatures: the parts that it names, and how core's table has them. */
import type { At } from "@refunds/spec-reader";
import type {
  CutPart,
  SignatureTable,
  SignedPart,
  TimeFormat,
  TimePattern,
  VerifyTable,
} from "../core-types.ts";
import type { RawSign, RawTime, RawVerify } from "./document.ts";

/** A part that is named, such as `method` or `header.X`, and where the spec names it. */
export interface NamedPart {
  readonly name: string;
  readonly at: At;
  /** The name stands in a text such as `as`. */
  readonly inText?: true;
}

/** What has parts: how a request is signed, or an answer. The parts of an answer are cut out of it, and name a place. */
type PartsOf<Sign extends RawSign> = Pick<Sign, "over" | "also" | "as"> & {
  readonly parts?: Readonly<Record<string, SignedPart | CutPart>>;
};

/** Every part that a signature names, below the place where it stands. */
export const namedParts = (sign: PartsOf<RawSign> | undefined): NamedPart[] => [
  ...Object.entries(sign?.parts ?? {}).flatMap(([name, part]) => namesOf(part, ["parts", name])),
  ...(sign?.over ?? []).flatMap((part, index) => namesOf(part, ["over", index])),
  ...Object.entries({ ...sign?.also }).flatMap(([to, text]) => inText(text, ["also", to])),
  ...inText(sign?.as ?? "", ["as"]),
];

const inText = (text: string, at: At): NamedPart[] =>
  [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => ({ name, at, inText: true }));

function namesOf(part: SignedPart | CutPart, at: At): NamedPart[] {
  if (typeof part === "string") return [{ name: part, at }];
  if ("in" in part) return [{ name: part.in, at: [...at, "in"] }];
  if ("digest" in part) return namesOf(part.digest, [...at, "digest"]);
  if ("over" in part) {
    return part.over.flatMap((inner, index) => namesOf(inner, [...at, "over", index]));
  }
  return [];
}

/** Every part that is an object, with where it stands. */
export function composedParts(
  sign: PartsOf<RawSign>,
): { part: Exclude<SignedPart, string>; at: At }[] {
  const below = (
    part: SignedPart | CutPart,
    at: At,
  ): { part: Exclude<SignedPart, string>; at: At }[] => {
    if (typeof part === "string" || "in" in part) return [];
    const inner =
      "digest" in part
        ? below(part.digest, [...at, "digest"])
        : "over" in part
          ? part.over.flatMap((each, index) => below(each, [...at, "over", index]))
          : [];
    return [{ part, at }, ...inner];
  };
  return [
    ...Object.entries(sign.parts ?? {}).flatMap(([name, part]) => below(part, ["parts", name])),
    ...sign.over.flatMap((part, index) => below(part, ["over", index])),
  ];
}

/** The places that a signature fills. */
export const placesOf = (sign: RawSign | undefined): string[] =>
  sign ? [sign.to, ...Object.keys(sign.also ?? {})] : [];

/** The kind of key that an algorithm uses; undefined for digests. */
export function keyKindOf(algorithm: string): "secret" | "rsa" | "ec" | "ed25519" | undefined {
  if (algorithm.startsWith("HMAC")) return "secret";
  if (algorithm.startsWith("RSA")) return "rsa";
  if (algorithm.startsWith("ECDSA")) return "ec";
  return algorithm === "Ed25519" ? "ed25519" : undefined;
}

/** Core signs these without composing a text. */
export const isPlain = ({ algorithm, over, encoding, ...more }: SignatureTable): boolean =>
  /^(RSASSA-PKCS1-v1_5|HMAC)-SHA-256$/.test(algorithm) &&
  (encoding === "hex" || encoding === "base64") &&
  over.every(
    (part) => typeof part === "string" && /^(method|path|body)$|^body#|^\w+\./.test(part),
  ) &&
  over.every((part) => !/^(credentials|parts)\./.test(String(part))) &&
  Object.keys(more).every((word) => ["key", "bits", "join", "to"].includes(word));

/**
 * What core signs. A timestamp or nonce that has a place is read from there, so that what is signed is what is sent.
 */
export function signatureTable(
  sign: RawSign,
  send: Readonly<Record<string, string>>,
): SignatureTable {
  const { algorithm, key, bits, over, join, encoding, to, ...rest } = sign;
  const { timestamp, "x-source": _, "x-assumption": __, "x-contradiction": ___, ...more } = rest;
  const own = (name: string) =>
    /^(timestamp|nonce)$/.test(name)
      ? (send[name] ?? name)
      : name.replace(/^settings\./, "credentials.");
  const resolved = (part: SignedPart): SignedPart => {
    if (typeof part === "string") return own(part);
    if ("digest" in part) return { ...part, digest: resolved(part.digest) };
    return "over" in part ? { ...part, over: part.over.map(resolved) } : part;
  };
  const text = (template: string) =>
    template.replace(/\{([^{}]+)\}/g, (_, name) => `{${own(name)}}`);
  const { as, also, parts, ...others } = more;
  return {
    algorithm,
    ...(key !== undefined && { key }),
    ...(bits !== undefined && { bits }),
    over: over.map(resolved),
    ...(join && { join }),
    encoding,
    to,
    ...others,
    ...(as !== undefined && { as: text(as) }),
    ...(parts && { parts: mapped(parts, resolved) }),
    ...(also && { also: mapped(also, text) }),
    ...(timestamp && { timestamp: timeFormat(timestamp) as TimeFormat | TimePattern }),
  };
}

/** How core verifies an answer or a notification. */
export function verifyTable(verify: RawVerify): VerifyTable {
  const { unless, "x-source": _, "x-assumption": __, "x-contradiction": ___, ...more } = verify;
  const over = more.over.map((part) =>
    typeof part === "string" ? part.replace(/^settings\./, "credentials.") : part,
  );
  return { ...more, over, ...(unless && { unless: { http: unless.http.map(String) } }) };
}

const mapped = <Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

const timeFormats: readonly string[] = [
  "unix-seconds",
  "unix-milliseconds",
  "iso-8601",
  "rfc-1123",
];

/** How core writes a moment; undefined if it cannot. */
export function timeFormat({ format, zone }: RawTime): TimeFormat | TimePattern | undefined {
  if (timeFormats.includes(format)) return format as TimeFormat;
  return timeProblem({ format, ...(zone !== undefined && { zone }) }) === undefined
    ? { pattern: format, zone: zone as string }
    : undefined;
}

/** Why a moment cannot be written so; undefined if it can. */
export function timeProblem({ format, zone }: RawTime): string | undefined {
  if (timeFormats.includes(format)) return undefined;
  const rest = format.replace(/'[^']*'|yyyy|MM|dd|HH|mm|ss|SSS|XXX/g, "");
  if (rest === format || /[A-Za-z']/.test(rest)) {
    return `"${format}" is not one of ${timeFormats.join(", ")}, nor a pattern of yyyy MM dd HH mm ss SSS XXX and text in single quotes`;
  }
  if (zone === undefined) return `the pattern "${format}" has no zone`;
  return isZone(zone)
    ? undefined
    : `"${zone}" is not a time zone such as +08:00, UTC or Asia/Hong_Kong`;
}

function isZone(zone: string): boolean {
  if (/^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(zone)) return true;
  try {
    return (
      /^[A-Z]/.test(zone) && new Intl.DateTimeFormat("en-US", { timeZone: zone }) !== undefined
    );
  } catch {
    return false;
  }
}
