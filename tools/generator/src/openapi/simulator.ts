/** From the document to the sandbox's table. The document has passed every check. */
import { eachLeaf } from "@refunds/spec-reader";
import { hasAnyItem } from "../any-item.ts";
import type {
  Fill,
  ProviderTable,
  SampleCredential,
  SimulatedAnswer,
  SimulatorTable,
} from "../core-types.ts";
import { isPresence } from "../presence.ts";
import { amountWords, operationOf, placeholdersIn } from "../sandbox-words.ts";
import type { CheckedDocument } from "./checked.ts";
import { conditionOf } from "./condition.ts";
import type { OpenApi, RawQuery, RawRefund, RawSimulatedAnswer, RawToken } from "./document.ts";
import { lookUpNotification, notificationOf, notificationTable } from "./notification.ts";
import { lookUpAnswer, type Operation } from "./operations.ts";
import type { RawIdempotency } from "./raw-evidence.ts";
import { secondsIn } from "./same-key.ts";
import { sampleValues } from "./sample-values.ts";
import type { Lookup } from "./schemas.ts";
import { sampleServers } from "./servers.ts";
import { settingsOf, sourceInTable } from "./settings.ts";
import { moneyOf, operationTable, timeOf, wireType } from "./tables.ts";
import { wireFormOf } from "./wire-form.ts";

export function simulatorOf(
  { root, operations, refund, query, token }: CheckedDocument,
  table: ProviderTable,
): SimulatorTable {
  const sandbox = root["x-sandbox"];
  const { partial, repeated, idempotency } = refund.vocabulary as RawRefund;
  const questions = query?.vocabulary as RawQuery | undefined;
  const sample = sampleValues(refund, table.refund);
  return {
    provider: table.provider,
    title: root["x-provider"].title,
    documentation: root["x-provider"].documentation,
    servers: sampleServers(root, root.servers),
    ...(!("test" in table.servers) && { environment: "live" as const }),
    credentials: root["x-credentials"].map((set) => sampleCredentials(root, set, operations)),
    payments: sandbox.payments as SimulatorTable["payments"],
    ...(sample && { sample }),
    partial,
    repeated,
    ...(sandbox.states && { states: sandbox.states }),
    ...(sandbox.refundStates && { refundStates: sandbox.refundStates }),
    ...(table.refund.refundId !== undefined &&
      (questions?.about || questions?.find || notificationOf(root)) && {
        refundIdAt: table.refund.refundId,
      }),
    ...(idempotency && { keys: keysOf(idempotency) }),
    operations: {
      refund: operationTable(root, refund),
      ...(query && { query: operationTable(root, query) }),
      ...(token && {
        token: {
          ...operationTable(root, token),
          ...(token.raw.servers && { servers: sampleServers(root, token.raw.servers) }),
          gives: (token.vocabulary as RawToken).gives,
        },
      }),
    },
    statusAt: statusPlaces(table),
    ...simulatedNotifications(root),
    answers: Object.fromEntries(
      Object.entries(sandbox.answers).map(([situation, { http = 200, headers = {}, body }]) => {
        const operation = { refund, query, token }[operationOf(situation)] ?? refund;
        const places: Places = (place) => lookUpAnswer(root, operation, place);
        const answer = { http, ...simulated({ headers, ...(body && { body }) }, places) };
        const list = situation === "queried" ? questions?.find?.in : undefined;
        return [situation, list === undefined ? answer : { ...answer, each: list }];
      }),
    ),
  };
}

function keysOf({ for: duration, answers, body, forgets }: RawIdempotency) {
  return {
    ...(duration !== undefined && { seconds: secondsIn(duration) }),
    ...(answers && { answers }),
    ...(body && { body }),
    ...(forgets && { forgets: forgets.map(conditionOf) }),
  };
}

/** The pointers that the rules of a good outcome look at. */
function statusPlaces({ refund }: ProviderTable): string[] {
  const good = refund.outcomes.filter(({ means }) => means === "succeeded" || means === "pending");
  const places = good.flatMap(({ when }) =>
    Object.entries(when).flatMap(([at, expected]) => (isPresence(expected) ? [] : [at])),
  );
  return [...new Set(places)].filter((place) => place.startsWith("/") && !hasAnyItem(place));
}

const sampleCredentials = (
  root: OpenApi,
  set: OpenApi["x-credentials"][number],
  operations: readonly Operation[],
): Record<string, SampleCredential> =>
  Object.fromEntries(
    [
      ...Object.entries(set),
      ...settingsOf(root).map((setting) => [setting.name, setting] as const),
    ].map(([name, { secret, schema }]) => {
      const { credentials, settings } = root["x-sandbox"];
      const value = credentials[name] ?? settings?.[name] ?? schema.default;
      const sign = operations
        .map(({ vocabulary }) => vocabulary.sign)
        .find((found) => found?.key === `credentials.${name}`);
      const half = schema.format?.endsWith("-public-key") && ({ half: "public" } as const);
      const sample =
        schema.format === undefined
          ? { ...(value !== undefined && { value }) }
          : schema.format.startsWith("rsa-")
            ? { rsaBits: sign?.bits ?? 2048, ...half }
            : {
                ...half,
                curve: schema.format.startsWith("ec-") ? ("P-256" as const) : ("Ed25519" as const),
              };
      return [name, { secret, ...sample }];
    }),
  );

function simulatedNotifications(root: OpenApi): Pick<SimulatorTable, "notification"> {
  const notification = notificationOf(root);
  const { notifications = {} } = root["x-sandbox"];
  const { verify, encrypted, media, each } = notificationTable(root) ?? {};
  if (!notification || !media) return {};
  const places: Places = (place) => lookUpNotification(root, notification, place);
  const says = Object.entries(notifications).map(([proves, sent]) => [
    proves,
    simulated(sent, places),
  ]);
  return {
    notification: {
      ...(verify && { verify }),
      ...(encrypted && { encrypted }),
      media,
      ...(each !== undefined && { each }),
      says: Object.fromEntries(says),
    },
  };
}

/** What a place of an answer or a notification leads to. */
type Places = (place: string) => Pick<Lookup, "fields">;

function simulated(
  { headers = {}, body }: Pick<RawSimulatedAnswer, "headers" | "body">,
  places: Places,
): Omit<SimulatedAnswer, "http"> {
  const fill: Fill[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const [from] = placeholdersIn(value);
    if (from !== undefined) fill.push(fillOf(places, `header.${name}`, value, from));
  }
  eachLeaf(body, "", [], (value, pointer) => {
    const [from] = typeof value === "string" ? placeholdersIn(value) : [];
    if (from !== undefined) fill.push(fillOf(places, pointer, String(value), from));
  });
  return {
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(body && { body: withoutPlaceholders(body) as NonNullable<SimulatedAnswer["body"]> }),
    fill,
  };
}

function fillOf(places: Places, at: string, text: string, from: string): Fill {
  const { fields } = places(at);
  const whole = /^\{\{[^{}]*\}\}$/.test(text);
  const typed = fields.find(({ value }) => value["x-money"] ?? value.type) ?? fields[0];
  const money = amountWords.includes(from) && moneyOf(fields);
  const form = wireFormOf(fields);
  const time = (from === "now" || from === "token.expires") && timeOf(fields);
  return {
    at,
    from: sourceInTable(from),
    as: whole && typed ? wireType(typed.value) : "string",
    ...(money && { money }),
    ...(time && { time }),
    // A key is filled in as it was sent.
    ...(form && form !== "uuid" && { form }),
    ...(!whole && { within: text.replace(/\{\{[^{}]*\}\}/, "{{}}") }),
  };
}

/** Every placeholder's place is kept, empty, so that the answer's fields stay in the documented order. */
function withoutPlaceholders(value: unknown): unknown {
  if (typeof value === "string") return placeholdersIn(value).length > 0 ? null : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPlaceholders);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, withoutPlaceholders(child)]),
  );
}
