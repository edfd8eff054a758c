/** From the document to core's table. The document has passed every check. */

import { exponentOf } from "@refunds/core/provider";
import { escapeToken, resolve } from "@refunds/spec-reader";
import type {
  Echo,
  MoneyFormat,
  OperationTable,
  Placement,
  ProviderTable,
  RefundTable,
  TimeFormat,
  WireForm,
} from "../core-types.ts";
import { headersRead, pointerTo } from "./answer-places.ts";
import { isJson } from "./answers.ts";
import type { CheckedDocument } from "./checked.ts";
import { constantsOf, mediaTypesOf } from "./constants.ts";
import { credentialSchema, credentialSet, isOptional } from "./credential-tables.ts";
import type { OpenApi, RawRefund, RawSchema, RawToken } from "./document.ts";
import { errorEntries } from "./error-entries.ts";
import { heldRules } from "./held-rules.ts";
import { documentedKinds } from "./kinds.ts";
import {
  lookUpAnswer,
  lookUpPlace,
  type Operation,
  placeOfScheme,
  type Sent,
  securityOf,
  sourceOf,
} from "./operations.ts";
import { openByKey } from "./same-key.ts";
import { compile, type Field, type LocatedSchema } from "./schemas.ts";
import { serversByEnvironment } from "./servers.ts";
import { sourceInTable } from "./settings.ts";
import { placesOf, signatureTable, timeFormat, verifyTable } from "./signing.ts";
import { wireFormOf } from "./wire-form.ts";

export function tableOf({ name, root, refund, query, token }: CheckedDocument): ProviderTable {
  const { currencies, echo, identifiedBy, refundId } = refund.vocabulary as RawRefund;
  return {
    provider: name,
    servers: serversByEnvironment(root.servers),
    credentials: root["x-credentials"].map((set, index) => credentialSet(root, set, index)),
    refund: {
      ...operationTable(root, refund),
      identifiedBy,
      outcomes: [...openByKey(refund), ...rules<"succeeded" | "pending">(root, refund)],
      echo: echoesOf(root, refund, echo),
      ...(refundId !== undefined && { refundId: pointerTo(refundId) }),
      ...(currencies && { currencies: withDecimals(currencies) }),
    },
    ...(query && {
      query: { ...operationTable(root, query), outcomes: rules<"found">(root, query) },
    }),
    ...(token && { token: tokenTable(root, token) }),
    errors: {
      ...(root["x-errors"].code !== undefined && { code: root["x-errors"].code }),
      ...(root["x-errors"].message !== undefined && { message: root["x-errors"].message }),
      list: errorEntries(root["x-errors"].list),
    },
  };
}

export const echoesOf = (
  root: OpenApi,
  operation: Operation,
  echo: Readonly<Record<string, string>>,
  inAnswer = (pointer: string) => pointer,
): Echo[] =>
  Object.entries(echo).map(([source, at]) => {
    const { fields } = lookUpAnswer(root, operation, inAnswer(at));
    const money = source === "amount" && moneyOf(fields);
    const form = wireFormOf(fields) ?? sentForm(root, operation, source);
    return {
      of: sourceInTable(source),
      at: pointerTo(at),
      ...(money && { money }),
      ...(form && { form }),
    };
  });

function sentForm(root: OpenApi, operation: Operation, source: string): WireForm | undefined {
  const place = operation.vocabulary.send[source];
  return place === undefined ? undefined : wireFormOf(lookUpPlace(root, operation, place).fields);
}

function tokenTable(root: OpenApi, operation: Operation): NonNullable<ProviderTable["token"]> {
  const { gives, token, expires } = operation.vocabulary as RawToken;
  return {
    ...operationTable(root, operation),
    outcomes: rules<"issued">(root, operation),
    ...(operation.raw.servers && { servers: serversByEnvironment(operation.raw.servers) }),
    gives,
    token,
    expires: { at: expires.at, format: expires.format },
  };
}

export function operationTable(root: OpenApi, operation: Operation): OperationTable {
  const { exactlyOne, sign, verify } = operation.vocabulary;
  const { empty } = operation;
  const [path = "", fragment] = operation.path.split("#");
  const headers = headersRead(operation.vocabulary);
  const jsonText = operation.body ? textPointers(root, operation.body.schema, "") : [];
  return {
    method: operation.method,
    path,
    ...(fragment !== undefined && { fragment: `#${fragment}` }),
    ...(operation.body && { media: isJson(operation.body.mediaType) ? "json" : "form" }),
    send: placements(root, operation),
    ...(exactlyOne && { exactlyOne }),
    ...(jsonText.length > 0 && { jsonText }),
    ...(sign && { sign: signatureTable(sign, operation.vocabulary.send) }),
    ...(verify && { verify: verifyTable(verify) }),
    answer: documentedKinds(root, operation).shapes,
    ...(empty.length > 0 && { empty: empty.map(({ status }) => status) }),
    ...(headers.length > 0 && { headers }),
  };
}

const rules = <Meaning extends string>(root: OpenApi, operation: Operation) =>
  operation.vocabulary.outcomes.flatMap((rule) => heldRules<Meaning>(root, operation, rule));

/** With the decimals in the table, a bundle need not hold all of ISO 4217 for the sake of a few currencies. */
function withDecimals(
  currencies: NonNullable<RawRefund["currencies"]>,
): NonNullable<RefundTable["currencies"]> {
  if (!("codes" in currencies)) return currencies;
  return {
    codes: Object.fromEntries(currencies.codes.map((code) => [code, exponentOf(code) as number])),
  };
}

/** What is sent, in the order of the bytes: the values that are named, then constants, then security. */
function placements(root: OpenApi, operation: Operation): Placement[] {
  const { sign } = operation.vocabulary;
  const sent = operation.sent.map((one) => placement(root, operation, one));
  const taken = new Set([...operation.sent.map(({ place }) => place), ...placesOf(sign)]);
  const constants = constantsOf(root, operation).filter(
    // An object that is given as a whole has its constants from there.
    ({ to }) => ![...taken].some((place) => to === place || to.startsWith(`${place}/`)),
  );
  const security = securityOf(root, operation).map(({ scheme }): Placement => {
    const { type, "x-credential": credential, "x-prefix": ownPrefix } = scheme;
    const basic = typeof credential !== "string";
    const prefix = type === "apiKey" ? ownPrefix : basic ? "Basic " : "Bearer ";
    return {
      from: sourceOf(scheme),
      to: placeOfScheme(scheme),
      schema: basic ? { type: "string" } : credentialSchema(root, credential),
      ...(!basic && isOptional(root, credential) && { optional: true as const }),
      ...(prefix !== undefined && { prefix }),
    };
  });
  const named = new Set(constants.map(({ to }) => to));
  const mediaTypes = mediaTypesOf(operation).filter(({ to }) => !named.has(to));
  return [...sent, ...constants, ...mediaTypes, ...security];
}

function placement(
  root: OpenApi,
  operation: Operation,
  { source: from, place: to, again }: Sent,
): Placement {
  const { fields } = lookUpPlace(root, operation, to);
  const credential = /^(?:credentials|settings)\.(.*)$/.exec(from)?.[1];
  const always = credential || from === "key" || from === "timestamp" || from === "nonce";
  const chosen = operation.vocabulary.exactlyOne?.some((group) => group.includes(from)) === true;
  // The first place says whether the value must be given.
  const optional =
    again ||
    chosen ||
    (credential !== undefined && isOptional(root, credential)) ||
    (!always && !fields.every(({ required }) => required));
  const money = from === "amount" && moneyOf(fields);
  const written = from === "timestamp" && fields.map(({ value }) => value["x-time"]).find(Boolean);
  const time = written && timeFormat(written);
  const nonce = from === "nonce" && operation.vocabulary.sign?.nonce;
  const form = wireFormOf(fields);
  return {
    from: sourceInTable(from),
    to,
    schema: credential
      ? credentialSchema(root, credential)
      : form === "uuid"
        ? // What the caller gives is any text.
          { type: "string", minLength: 1 }
        : compile(root, fields[0] as Field, "request"),
    ...(optional && { optional }),
    ...(money && { money }),
    ...(time && { time }),
    ...(form && { form }),
    ...(nonce && { nonce }),
  };
}

/** Pointers of the fields whose value is JSON text. */
function textPointers(root: OpenApi, schema: LocatedSchema, pointer: string): string[] {
  const found = resolve<RawSchema>(root, schema.value, schema.at);
  return Object.entries(found?.value.properties ?? {}).flatMap(([name, property]) => {
    const field = resolve<RawSchema>(root, property, [...(found?.at ?? []), "properties", name]);
    if (!field) return [];
    const at = `${pointer}/${escapeToken(name)}`;
    if (!field.value.contentSchema) return textPointers(root, field, at);
    const inner = { value: field.value.contentSchema, at: [...field.at, "contentSchema"] };
    // Inner text is written before the text around it.
    return [...textPointers(root, inner, at), at];
  });
}

/** The first documented type is the one to write; the others are only read. */
export function moneyOf(fields: readonly Field[]): MoneyFormat | undefined {
  const field = fields.find(({ value }) => value["x-money"]);
  const money = field?.value["x-money"];
  if (!field || !money) return undefined;
  const as = wireType(field.value);
  return {
    unit: money.unit,
    as: as === "integer" || as === "number" ? as : "string",
    ...(money.exponents && { exponents: money.exponents }),
    ...(money.steps && { steps: money.steps }),
    ...(money.negative && { negative: money.negative }),
  };
}

export function timeOf(fields: readonly Field[]): TimeFormat | undefined {
  const formats: readonly string[] = ["unix-seconds", "unix-milliseconds", "iso-8601"];
  const found = fields
    .map(({ value }) => value["x-time"]?.format ?? "")
    .find((format) => formats.includes(format));
  return found as TimeFormat | undefined;
}

export function wireType(schema: RawSchema): "string" | "integer" | "number" | "boolean" {
  const type = [schema.type ?? []].flat().find((candidate) => candidate !== "null");
  return type === "integer" || type === "number" || type === "boolean" ? type : "string";
}
