/** The form of one provider: what its spec asks for, filled with a payment of the simulator. */
import type { SandboxProvider } from "@refunds/sandbox";
import type { FieldFacts, ProviderFacts } from "../../../packages/cli/src/provider-facts.ts";

export interface Field {
  /** Where it stands in the request, such as `payment.id`. */
  readonly place: string;
  readonly description: string;
  readonly types: readonly string[];
  readonly optional: boolean;
  /** As text. Empty: left out. */
  value: string;
}

export type RefundRequest = Record<string, unknown> & { readonly key: string };

/** In letters that every provider accepts. */
const exampleKey = "order-1042-refund-1";

/** @param at - which of the simulator's payments */
export function formOf(facts: ProviderFacts, provider: SandboxProvider, at: number): Field[] {
  const balance = provider.payments[at] ?? provider.payments[0];
  if (!balance) return [];
  const { currency } = balance.amount;
  const step = provider.amountStep(currency);
  const part = Math.max(step, Math.floor(balance.remaining / 4 / step) * step);
  const value = provider.partial ? Math.min(part, balance.remaining) : undefined;
  const given = provider.requestFor(balance, value, exampleKey);
  const group = (kind: "payment" | "extra"): Field[] =>
    (facts[kind]?.fields ?? []).map((field) =>
      fieldOf(`${kind}.${field.name}`, field, given[kind]),
    );
  const text = (
    place: string,
    description: string,
    types: readonly string[],
    value: unknown,
    optional = false,
  ) => ({
    place,
    description,
    types,
    optional,
    value: asText(value),
  });
  const { amount = { optional: true } } = facts;
  return [
    text("key", "Your own id of this refund. One key, one refund.", ["string"], exampleKey),
    ...group("payment"),
    ...(facts.amount
      ? [
          text(
            "amount.value",
            "In minor units: 1050 is 10.50 in a currency with two decimals.",
            ["integer"],
            given.amount?.value,
            amount.optional,
          ),
          text("amount.currency", "ISO 4217.", ["string"], currency, amount.optional),
        ]
      : []),
    ...(facts.reason ? [fieldOf("reason", facts.reason, { reason: given.reason })] : []),
    ...group("extra"),
  ];
}

function fieldOf(
  place: string,
  facts: FieldFacts,
  given: Readonly<Record<string, unknown>> = {},
): Field {
  const { name, description, types, optional = false } = facts;
  return { place, description, types, optional, value: asText(given[name]) };
}

const asText = (value: unknown): string => {
  if (value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The request of the form. What cannot be read as its type stays text, so that the package itself refuses it. */
export function requestOf(fields: readonly Field[]): RefundRequest {
  const request: Record<string, unknown> = {};
  for (const { place, types, value } of fields) {
    if (value === "" || (place === "amount.currency" && !filled(fields, "amount.value"))) continue;
    const [group = "", name] = place.split(".");
    if (name === undefined) request[group] = read(value, types);
    else request[group] = { ...Object(request[group]), [name]: read(value, types) };
  }
  return request as RefundRequest;
}

const filled = (fields: readonly Field[], place: string): boolean =>
  fields.some((field) => field.place === place && field.value !== "");

function read(value: string, types: readonly string[]): unknown {
  const isNumber = types.includes("integer") || types.includes("number");
  if (
    isNumber &&
    /^-?\d+(\.\d+)?$/.test(value) &&
    Number.isSafeInteger(Math.trunc(Number(value)))
  ) {
    return Number(value);
  }
  if (types.includes("boolean") && /^(true|false)$/.test(value)) return value === "true";
  if (types.includes("json")) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}
