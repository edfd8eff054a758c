/** The notifications that the sandbox sends: they fit the documented body, and the rules read in each what it is there for. */
import { eventsOf } from "@refunds/core/notifications";
import type { NotificationTable } from "../core-types.ts";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { lookUpNotification, notificationOf, notificationTable } from "../openapi/notification.ts";
import { operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";
import { notificationWords } from "../sandbox-words.ts";
import { checkFilled, fillWords } from "./filled-values.ts";

export function checkSandboxNotifications(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const { notifications } = root["x-sandbox"];
  if (!notifications) return;
  const at = ["x-sandbox", "notifications"];
  const notification = notificationOf(root);
  if (!notification) {
    spec.report(at, "this provider has no notification", "describe it in webhooks", "key");
    return;
  }
  const words = [...fillWords(root), ...notificationWords];
  // What is wrong with the words themselves is reported first.
  const table = spec.problems().length === 0 ? notificationTable(root) : undefined;
  const refund = operationsOf(root).find(({ kind }) => kind === "refund");
  for (const [proves, sent] of Object.entries(notifications)) {
    const lookUp = (place: string) => lookUpNotification(root, notification, place);
    checkFilled(spec, sent, [...at, proves], { name: "notification", words, lookUp });
    if (!table || !refund) continue;
    const { identifiedBy } = refund.vocabulary as RawRefund;
    const [headers, query] = [new Headers(sent.headers), new URLSearchParams()];
    const read = { exact: asText(sent.body), headers, query };
    const [{ status } = {} as { status?: undefined }] = eventsOf(table, identifiedBy, read);
    if (status === proves || (status !== undefined && namesNoState(table))) continue;
    const says = status ?? "nothing about a refund";
    spec.report([...at, proves], `the rules read ${says} in it`, "correct one of them", "key");
  }
}

/** It only says that something happened, whatever that was: the provider is asked. */
const namesNoState = ({ rules: [only, ...more] }: NotificationTable): boolean =>
  only?.confirm === true && more.length === 0;

/** As it is read: every value is text. Placeholders stay, which no rule looks for. */
function asText(body: unknown): unknown {
  if (body === null || typeof body !== "object") return body === null ? null : String(body);
  if (Array.isArray(body)) return body.map(asText);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, asText(value)]));
}
