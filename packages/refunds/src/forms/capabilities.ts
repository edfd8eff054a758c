import { deepFreeze, type EvidenceTable, tableOf } from "@refunds/core/provider";
import type { Account } from "../account.ts";
import { refuse } from "../refuse.ts";
import { currenciesOf } from "./currencies.ts";
import { type FormField, fieldsOf } from "./fields.ts";

/** How amounts are given. */
export interface AmountCapability {
  /** Whether every request needs one. Otherwise, leaving it out refunds what is left of the payment. */
  readonly required: boolean;
  /** The ISO 4217 codes that can be refunded, each with its decimals: 1050 with 2 decimals is 10.50. */
  readonly currencies: Readonly<Record<string, number>>;
  /** The minor units of which amounts in some currencies must be a multiple, by code. */
  readonly steps: Readonly<Record<string, number>>;
}

/** What a provider can do, as its documentation says. */
export interface Capabilities {
  /** The provider's one-word name. */
  readonly provider: string;
  /** The fields of `payment` and `extra`, `reason`, and the `key` if the provider gets it. */
  readonly fields: readonly FormField[];
  /** Groups of paths. A request has exactly one field of each group. */
  readonly oneOf: readonly (readonly (readonly string[])[])[];
  /** Absent if only whole payments can be refunded. */
  readonly amount?: AmountCapability;
  /** Whether the provider can be asked about a payment or a refund. */
  readonly query: boolean;
  /**
   * What an answer to the query can prove of a refund whose reply was lost. Empty if nothing: then only sending it again
   * (`resendSeconds`), a notification or a person settles it. `declined` is the proof that it did not happen.
   */
  readonly proves: readonly ("succeeded" | "pending" | "declined")[];
  /** For how many seconds an uncertain refund may be sent again under its key. Absent: never. */
  readonly resendSeconds?: number;
  /** Whether `notification()` reads what the provider reports. */
  readonly notifications: boolean;
}

/**
 * What the provider of an account can do, for forms and tools that are made at run time. Reads the table from which the client was
 * generated.
 * @throws {RefundError} `invalid_request` if the account is not a client of a provider's package
 */
export function capabilities(account: Account): Capabilities {
  const table = tableOf(Object(account));
  if (!table) {
    const message = "must be a client of a provider's package, such as stripe(options)";
    return refuse("invalid_request", "account", message);
  }
  const { refund } = table;
  const amount = refund.send.find(({ from, money }) => from === "amount" && money);
  const resendSeconds = account.evidence?.sameKey?.for;
  return deepFreeze({
    provider: table.provider,
    fields: fieldsOf(refund),
    oneOf: (refund.exactlyOne ?? []).map((group) => group.map((source) => source.split("."))),
    ...(amount && {
      amount: {
        required: !amount.optional,
        currencies: currenciesOf(refund),
        steps: { ...amount.money?.steps },
      },
    }),
    query: account.query !== undefined,
    proves: provenBy(account.evidence),
    ...(resendSeconds !== undefined && { resendSeconds }),
    notifications: account.notification !== undefined,
  });
}

/** A lost reply had the provider's own id of the refund, so what needs that id proves nothing of it. */
function provenBy(evidence: EvidenceTable | undefined): Capabilities["proves"] {
  if (!evidence || evidence.asks?.includes("refund.id")) return [];
  const { rules, find } = evidence;
  const proven = new Set(rules.map(({ proves }) => proves));
  if (find?.complete) proven.add("declined");
  return [...proven];
}
