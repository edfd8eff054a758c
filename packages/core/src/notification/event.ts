/** Finds out what a notification says about a refund. Pure. */
import { holds, isPresence } from "../answer/read-richly.ts";
import { textAt, textsAt, valuesAt } from "../json/pointer.ts";
import { fromWire } from "../money/iso-money.ts";
import type { Amount } from "../money/money.ts";
import type { NotifiedEvent } from "../notification.ts";
import type { NotificationPlace, NotificationTable } from "../notification-table.ts";
import type { Expectation, Pointer, Source } from "../table.ts";

/** A notification's body with every number as text, and what stands in its headers and its query. */
export interface ReadNotification {
  readonly exact: unknown;
  readonly headers: Pick<Headers, "get">;
  readonly query: URLSearchParams;
}

/** The text at a place; undefined if there is none. */
export function textAtPlace(
  { exact, headers, query }: ReadNotification,
  place: NotificationPlace | undefined,
): string | undefined {
  const [, kind, name = ""] = /^(header|query)\.(.*)$/s.exec(place ?? "") ?? [];
  if (!kind) return textAt(exact, place);
  const values = kind === "query" ? query.getAll(name) : [headers.get(name) ?? ""];
  return values.length === 1 ? values[0] || undefined : undefined;
}

/** What is read for an event: the body, or each element of its list. */
export const elementsOf = ({ each }: NotificationTable, exact: unknown): unknown[] =>
  each === undefined ? [exact] : valuesAt(exact, each);

/**
 * @param identifiedBy the alternatives by which a refund names its payment
 * @returns what it says about refunds, in its order
 */
export function eventsOf(
  table: NotificationTable,
  identifiedBy: readonly (readonly Source[])[],
  read: ReadNotification,
): NotifiedEvent[] {
  return elementsOf(table, read.exact).flatMap(
    (exact) => eventOf(table, identifiedBy, { ...read, exact }) ?? [],
  );
}

function eventOf(
  table: NotificationTable,
  identifiedBy: readonly (readonly Source[])[],
  read: ReadNotification,
): NotifiedEvent | undefined {
  const { exact } = read;
  // There is no status to ask for.
  const raw = { status: 0, body: "" };
  const rule = table.rules.find(({ when }) =>
    Object.entries(when).every(([at, expected]) => holds(raw, exact, at, expected)),
  );
  if (!rule) return undefined;
  const named = (source: Source) => textAtPlace(read, table.about[source]);
  const [key, refundId] = [named("key"), named("refund.id")];
  const payments = identifiedBy.flatMap((sources) => {
    const ids = sources.map((source) => [source.replace("payment.", ""), named(source)] as const);
    return ids.every(([, id]) => id !== undefined) ? [Object.fromEntries(ids) as Ids] : [];
  });
  if (key === undefined && refundId === undefined && payments.length === 0) return undefined;
  const { when, proves: status, reason, confirm = false } = rule;
  const amount = amountOf(table, exact);
  return {
    status,
    ...(reason && { reason }),
    // What does not say how much it is about proves nothing of a refund.
    confirm: confirm || (table.amount !== undefined && !amount),
    by: Object.entries(when)
      .map(([at, expected]) => `${at} ${said(exact, at, expected)}`)
      .join(", "),
    ...(key !== undefined && { key }),
    ...(refundId !== undefined && { refundId }),
    payments,
    ...(amount && { amount }),
  };
}

type Ids = Readonly<Record<string, string>>;

function said(exact: unknown, at: Pointer, expected: Expectation): string {
  if (isPresence(expected)) return expected.present ? "present" : "absent";
  return textsAt(exact, at).join(" and ");
}

function amountOf({ amount }: NotificationTable, exact: unknown): Amount<string> | undefined {
  if (!amount) return undefined;
  const written = textAt(exact, amount.currency) ?? "";
  // ISO 4217 has no lower case.
  const currency = amount.form === "lower" ? written.toUpperCase() : written;
  const value = fromWire(textAt(exact, amount.at) ?? "", currency, amount.money);
  return value === undefined ? undefined : { value, currency };
}
