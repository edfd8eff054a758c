/** Reads, checks and copies the caller's request once, so that the journal records exactly what is sent. */
import { type Amount, type CheckedRequest, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import type { NewRefund } from "@refunds/journal";
import type { AnyRefundRequest, RefundOptions } from "./account.ts";
import { canonical } from "./canonical.ts";
import type { Client, ClientOf } from "./client.ts";
import { refuse } from "./refuse.ts";

/** A checked refund, and how to send it. */
export interface CheckedRefund {
  readonly client: Client;
  readonly refund: Omit<NewRefund, "now" | "sendingUntil">;
  /** The identifiers of the payment. */
  readonly payment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A request that `refund()` would accept, as `get()` returns it once it was recorded. */
export interface CheckedRefundRequest {
  /** The account's name. */
  readonly account: string;
  /** The provider's one-word name. */
  readonly provider: string;
  /** Where the account sends: see `Account`. */
  readonly sentTo?: string;
  /** The refund's key. */
  readonly key: string;
  /** The identifiers of the payment. */
  readonly payment: Readonly<Record<string, string>>;
  /** The request that would be sent. */
  readonly request: AnyRefundRequest;
}

/** What `check()` returns. */
export function viewOf({ refund, payment }: CheckedRefund): CheckedRefundRequest {
  const { account, provider, sentTo, key } = refund;
  return {
    account,
    provider,
    ...(sentTo !== undefined && { sentTo }),
    key,
    payment,
    request: requestIn(refund.request),
  };
}

const longestKey = 1024;
const ownFieldNames = ["account", "key", "refundable"];
const clientFieldNames = ["payment", "amount", "reason", "extra"];

/** @throws {RefundError} if it cannot be the key of a refund */
export function checkedKey(key: unknown): string {
  if (typeof key !== "string" || key === "" || key.length > longestKey) {
    const message = `must be a string of 1 to ${longestKey} characters: your own id of this refund`;
    refuse("invalid_request", "key", message);
  }
  return key;
}

/** @throws {RefundError} if the request is invalid, before anything is written or sent */
export function checkRefund(clientOf: ClientOf, given: unknown, options: unknown): CheckedRefund {
  const { values, problems } = readFields(
    given,
    [...ownFieldNames, ...clientFieldNames],
    "",
    "request",
  );
  const { account, refundable, ...rest } = values;
  const client = clientOf(account);
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  const key = checkedKey(rest.key);
  const { request, payment } = checkedRequest(client, rest);
  const { signal, resend = false, by } = readRefundOptions(options);
  const amount = amountIn(request);
  const { provider, sentTo } = client;
  return {
    client,
    payment,
    ...(signal && { signal }),
    refund: {
      key,
      account: account as string,
      provider,
      ...(sentTo !== undefined && { sentTo }),
      payment: paymentText(account as string, payment),
      request: canonical({ ...request, key: undefined, account }),
      resend,
      ...(by !== undefined && { by }),
      ...(amount && { amount }),
      ...(refundable !== undefined && { refundable: readRefundable(refundable, amount) }),
    },
  };
}

function checkedRequest(client: Client, request: object): CheckedRequest {
  const result = client.check(request);
  if (typeof result?.payment === "object" && typeof result.request === "object") return result;
  return refuse(
    "invalid_options",
    `accounts (${client.provider})`,
    "must have a check() that returns { request, payment }",
  );
}

function readRefundOptions(options: unknown): RefundOptions {
  if (options === undefined) return {};
  const { values, problems } = readFields(options, ["signal", "resend", "by"], "options");
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  const { signal, resend, by } = values as RefundOptions;
  if (resend !== undefined && typeof resend !== "boolean") {
    refuse("invalid_request", "options.resend", "must be true or false");
  }
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    refuse("invalid_request", "options.signal", "must be an AbortSignal");
  }
  if (by !== undefined && (typeof by !== "string" || by.trim() === "")) {
    refuse("invalid_request", "options.by", "must be a non-empty string, or omitted");
  }
  return {
    ...(signal && { signal }),
    ...(resend !== undefined && { resend }),
    ...(by !== undefined && { by }),
  };
}

const amountIn = (request: { readonly amount?: Amount }): Amount | undefined => request.amount;

/** The text by which the journal finds a payment. The same identifiers give the same text. */
export const paymentText = (account: string, payment: Readonly<Record<string, string>>): string =>
  canonical([account, payment]);

/** The request in the text that the journal records. */
export function requestIn(text: string): AnyRefundRequest {
  const { account: _, ...request } = JSON.parse(text);
  return request;
}

/** The identifiers in a text from `paymentText`. */
export const paymentIn = (text: string): Readonly<Record<string, string>> => JSON.parse(text)[1];

function readRefundable(refundable: unknown, amount: Amount | undefined): Amount {
  const { values, problems } = readFields(refundable, ["value", "currency"], "refundable");
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  const { value, currency } = values as Partial<Amount>;
  if (!Number.isSafeInteger(value) || Number(value) < 1) {
    refuse(
      "invalid_request",
      "refundable.value",
      "must be an integer above 0, in minor units (1050 is 10.50 EUR)",
    );
  }
  if (typeof currency !== "string" || (amount && amount.currency !== currency)) {
    refuse("invalid_request", "refundable.currency", "must be the same as amount.currency");
  }
  return { value: value as number, currency };
}
