/** The text that a signature is over. Shares no code with the client, so that both cannot make the same mistake. */
import { md5 } from "@noble/hashes/legacy.js";
import type { FieldsPart, SignedPart, TextStep } from "@refunds/core/provider";

/** A request or an answer, as a signature sees it. */
export interface Signable {
  /** The text of a part that is named; undefined if it is missing. */
  text(name: string): string | undefined;
  fields(of: FieldsPart["fields"]): readonly (readonly [name: string, value: string])[];
}

const utf8 = new TextEncoder();

/** The text of a part. Parts that are missing are empty, as for optional fields. */
export async function composed(part: SignedPart, message: Signable): Promise<string> {
  if (typeof part === "string") return message.text(part) ?? "";
  if ("text" in part) return part.text;
  if ("digest" in part) {
    const text = await composed(part.digest, message);
    return written(await digest(part.algorithm, text), part.encoding);
  }
  if ("fields" in part) return ofFields(part, message.fields(part.fields));
  const texts: string[] = [];
  for (const inner of part.over) texts.push(await composed(inner, message));
  return changed(texts.join(part.join ?? "") + (part.end ?? ""), part.change ?? []);
}

export async function digest(
  algorithm: string,
  text: string,
): Promise<Uint8Array<ArrayBufferLike>> {
  const bytes = utf8.encode(text);
  return algorithm === "MD5"
    ? md5(bytes)
    : new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
}

function ofFields(part: FieldsPart, all: readonly (readonly [string, string])[]): string {
  const start = (part.startingWith ?? "").toLowerCase();
  const kept = all.filter(([name, value]) => {
    if (part.except?.includes(name)) return false;
    if (part.skipEmpty && value.length === 0) return false;
    return name.toLowerCase().startsWith(start);
  });
  const rank = ([name]: readonly [string, string]): string | number => {
    if (part.sort === "code") return name;
    if (part.sort === "fold") return name.toLowerCase();
    if (part.sort === "first-level") return name.split("[")[0] ?? "";
    return 0;
  };
  const ordered = kept.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a === b ? 0 : a < b ? -1 : 1;
  });
  const lines = ordered.map(([name, value]) => {
    const text = changed(value, part.values ?? []);
    return part.pair === undefined ? text : name + part.pair + text;
  });
  return lines.join(part.join ?? "");
}

/** Bytes as text. */
export function written(bytes: Uint8Array, encoding: TextStep | readonly TextStep[]): string {
  const [first, ...rest] = [encoding].flat() as TextStep[];
  if (first === "der") return written(asn1(bytes), rest);
  return changed(encode(bytes, first), rest);
}

function encode(bytes: Uint8Array, as: TextStep | undefined): string {
  if (as === "hex") return [...bytes].map((byte) => (byte + 256).toString(16).slice(1)).join("");
  const base64 = btoa(String.fromCharCode(...bytes));
  return as === "base64"
    ? base64
    : (base64.replace(/[+]/g, "-").replace(/[/]/g, "_").split("=")[0] ?? "");
}

/** Text after the given steps. */
function changed(text: string, steps: TextStep | readonly TextStep[]): string {
  let result = text;
  for (const step of [steps].flat() as TextStep[]) {
    if (typeof step === "object") {
      for (const [from, to] of Object.entries(step.replace)) result = result.split(from).join(to);
    } else if (step === "upper") result = result.toUpperCase();
    else if (step === "lower") result = result.toLowerCase();
    else if (step === "url") result = percentEncoded(result, /[A-Za-z0-9._~-]/);
    else if (step === "url-form") {
      result = percentEncoded(result, /[A-Za-z0-9.*_-]/)
        .split("%20")
        .join("+");
    } else result = encode(utf8.encode(result), step);
  }
  return result;
}

const percentEncoded = (text: string, kept: RegExp): string =>
  [...utf8.encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return kept.test(character)
        ? character
        : `%${(byte + 256).toString(16).slice(1).toUpperCase()}`;
    })
    .join("");

/** The bytes that a text stands for; undefined if it is not in this form. */
export function bytesOf(
  text: string,
  encoding: TextStep | readonly TextStep[],
): Uint8Array<ArrayBuffer> | undefined {
  const steps = [encoding].flat() as TextStep[];
  const [first, ...rest] = steps[0] === "der" ? steps.slice(1) : steps;
  let inner: string | undefined = text;
  for (const step of rest.toReversed()) inner = inner === undefined ? inner : undone(inner, step);
  if (inner === undefined) return undefined;
  const bytes = decoded(inner, first);
  return bytes && steps[0] === "der" ? fromAsn1(bytes) : bytes;
}

/** The text before a step. Steps that lose something leave it as it is. */
function undone(text: string, step: TextStep): string | undefined {
  if (step === "url" || step === "url-form") {
    try {
      return decodeURIComponent(step === "url" ? text : text.split("+").join("%20"));
    } catch {
      return undefined;
    }
  }
  if (step !== "hex" && step !== "base64" && step !== "base64url") return text;
  const bytes = decoded(text, step);
  return bytes && new TextDecoder().decode(bytes);
}

function decoded(text: string, as: TextStep | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (as === "hex") {
    if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  const base64 =
    as === "base64url"
      ? text.replace(/-/g, "+").replace(/_/g, "/") + "=".repeat((4 - (text.length % 4)) % 4)
      : text;
  // atob accepts missing padding and white space, but a provider's decoder may not.
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
    return undefined;
  }
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The two numbers of an ECDSA signature of P-256, 32 bytes each, from ASN.1. */
function fromAsn1(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const raw = new Uint8Array(64);
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    if (der[at] !== 2 || length === 0) return undefined;
    const digits = [...der.slice(at + 2, at + 2 + length)];
    if ((digits[0] ?? 0) > 127) return undefined;
    if (digits[0] === 0) digits.shift();
    if (digits.length > 32) return undefined;
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}

function asn1(raw: Uint8Array): Uint8Array {
  const number = (bytes: Uint8Array) => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const digits = [...bytes.slice(start)];
    const content = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits;
    return [2, content.length, ...content];
  };
  const content = [...number(raw.slice(0, 32)), ...number(raw.slice(32))];
  return Uint8Array.of(0x30, content.length, ...content);
}
