/** The notification of a spec: what it consists of, where its values stand, and core's table of it. */
import { type At, resolve } from "@refunds/spec-reader";
import type { NotificationTable } from "../core-types.ts";
import { isJson } from "./answers.ts";
import { conditionOf } from "./condition.ts";
import type { OpenApi, RawMedia, RawParameter, RawQuery, RawResponse, Ref } from "./document.ts";
import { formType, operationsOf } from "./operations.ts";
import type {
  RawEncrypted,
  RawNotification,
  RawNotificationOperation,
  RawNotificationRule,
} from "./raw-notification.ts";
import { type LocatedSchema, type Lookup, lookUp } from "./schemas.ts";
import { verifyTable } from "./signing.ts";
import { moneyOf } from "./tables.ts";
import { wireFormOf } from "./wire-form.ts";

export interface NotificationOperation {
  readonly at: At;
  readonly summary: string;
  readonly words: RawNotification;
  /** Where `words` stands. */
  readonly wordsAt: At;
  readonly parameters: readonly RawParameter[];
  /** Absent if the body is neither JSON nor a form. */
  readonly body?: {
    readonly kind: NotificationTable["media"];
    readonly media: RawMedia;
    readonly schema: LocatedSchema;
    readonly at: At;
  };
  /** What to answer: the first documented 2XX. */
  readonly answer?: NotificationTable["answer"];
}

export function notificationOf(root: OpenApi): NotificationOperation | undefined {
  const [name, item] = Object.entries(root.webhooks ?? {})[0] ?? [];
  if (name === undefined || !item) return undefined;
  const at = ["webhooks", name, "post"];
  const { post } = item;
  const body = bodyOf(root, post, at);
  const answer = answerOf(root, post, at);
  return {
    at,
    summary: post.summary,
    words: post["x-notification"],
    wordsAt: [...at, "x-notification"],
    parameters: (post.parameters ?? []).flatMap(
      (parameter, index) =>
        resolve<RawParameter | Ref>(root, parameter, [...at, "parameters", index])
          ?.value as RawParameter,
    ),
    ...(body && { body }),
    ...(answer && { answer }),
  };
}

function bodyOf(
  root: OpenApi,
  { requestBody }: RawNotificationOperation,
  at: At,
): NotificationOperation["body"] {
  const found = resolve(root, requestBody, [...at, "requestBody"]);
  const [type, media] =
    Object.entries(found?.value.content ?? {}).find(
      ([type]) => isJson(type) || type === formType,
    ) ?? [];
  if (!found || type === undefined || !media?.schema) return undefined;
  const mediaAt = [...found.at, "content", type];
  return {
    kind: type === formType ? "form" : "json",
    media,
    schema: { value: media.schema, at: [...mediaAt, "schema"] },
    at: mediaAt,
  };
}

function answerOf(
  root: OpenApi,
  { responses }: RawNotificationOperation,
  at: At,
): NotificationTable["answer"] | undefined {
  const [status, response] = Object.entries(responses).find(([key]) => /^2\d\d$/.test(key)) ?? [];
  if (status === undefined || !response) return undefined;
  const found = resolve<RawResponse>(root, response, [...at, "responses", status]);
  const [media, content] = Object.entries(found?.value.content ?? {})[0] ?? [];
  const [example] = Object.values(content?.examples ?? {});
  const value = example?.value;
  return {
    status: Number(status),
    ...(media !== undefined &&
      example && { media, body: typeof value === "string" ? value : JSON.stringify(value) }),
  };
}

/** What a place of the notification leads to. */
export function lookUpNotification(
  root: OpenApi,
  { parameters, body }: NotificationOperation,
  place: string,
): Lookup {
  const [, where, name = ""] = /^(header|query)\.(.*)$/.exec(place) ?? [];
  if (where === undefined) {
    return body
      ? lookUp(root, body.schema, place)
      : { fields: [], known: [], missing: place, depth: 0 };
  }
  const here = parameters.filter((parameter) => parameter.in === where);
  const same = (other: string) =>
    where === "header" ? other.toLowerCase() === name.toLowerCase() : other === name;
  const found = here.find((parameter) => same(parameter.name));
  if (!found) return { fields: [], known: here.map((one) => one.name), missing: name, depth: 0 };
  return {
    fields: [{ value: found.schema ?? {}, at: [], required: found.required === true }],
    known: [],
    depth: 1,
  };
}

/** What a place of an event leads to: below each element of the list, where there is one. */
export const lookUpEvent = (
  root: OpenApi,
  notification: NotificationOperation,
  place: string,
): Lookup =>
  lookUpNotification(
    root,
    notification,
    place.startsWith("/") ? `${notification.words.each ?? ""}${place}` : place,
  );

/** Whether each event of a list has a signature of its own: it stands in the body. */
export const signsEach = ({ each, verify }: RawNotification): boolean =>
  each !== undefined && verify?.from.startsWith("body#") === true;

/** Whether the answer to a query proves anything, so that there is something to ask. */
export const canAsk = (root: OpenApi): boolean =>
  operationsOf(root).some(
    ({ kind, vocabulary }) => kind === "query" && (vocabulary as RawQuery).evidence !== undefined,
  );

export const needsConfirmation = (
  root: OpenApi,
  { confirm }: RawNotification,
  rule: RawNotificationRule,
): boolean => rule.confirm ?? confirm ?? canAsk(root);

/** Undefined where the spec has no notification. The document has passed every check. */
export function notificationTable(root: OpenApi): NotificationTable | undefined {
  const notification = notificationOf(root);
  if (!notification?.body || !notification.answer) return undefined;
  const { words, body, answer } = notification;
  const { verify, encrypted, delivery, each, about, echo, evidence } = words;
  return {
    ...(verify && { verify: verifyTable(verify) }),
    ...(encrypted && { encrypted: encryptedTable(encrypted) }),
    media: body.kind,
    ...(each !== undefined && { each }),
    ...(delivery !== undefined && { delivery }),
    about,
    ...(echo && { amount: amountTable(root, notification, echo) }),
    rules: evidence.map((rule) => ({
      when: conditionOf(rule.when),
      proves: rule.proves,
      ...(rule.reason && { reason: rule.reason }),
      ...(needsConfirmation(root, words, rule) && { confirm: true as const }),
    })),
    answer,
  };
}

const encryptedTable = ({
  key,
  at,
  nonce,
  additional,
}: RawEncrypted): NonNullable<NotificationTable["encrypted"]> => ({
  key,
  at,
  nonce,
  ...(additional !== undefined && { additional }),
});

function amountTable(
  root: OpenApi,
  notification: NotificationOperation,
  { amount, currency }: NonNullable<RawNotification["echo"]>,
): NonNullable<NotificationTable["amount"]> {
  const money = moneyOf(lookUpEvent(root, notification, amount).fields);
  if (!money) throw new Error(`${amount}: an amount without x-money got past the checks`);
  const form = wireFormOf(lookUpEvent(root, notification, currency).fields);
  return { at: amount, money, currency, ...(form && { form }) };
}
