/** A made-up query about a payment, its answer, and what that proves. */
import { type EvidenceTable, type OtherRefunds, prove } from "@refunds/core/provider";

export const minor = { unit: "minor", as: "integer" } as const;
export const table: EvidenceTable = {
  echo: [
    { of: "payment.id", at: "/id" },
    { of: "payment.reference", at: "/reference" },
    { of: "currency", at: "/currency" },
  ],
  refunded: {
    at: "/refunded",
    all: "/amount",
    currency: "/currency",
    money: minor,
    cumulative: true,
  },
  rules: [
    { when: { "/state": "refunded", refunded: "this" }, proves: "succeeded" },
    { when: { "/state": ["accepted", "queued"] }, proves: "pending" },
    {
      when: { "/state": "refunded", refunded: "other" },
      proves: "declined",
      reason: "already_refunded",
    },
    { when: { http: "200", "/state": "paid", refunded: "none" }, proves: "declined", after: 60 },
  ],
};
export const eur = (value: number) => ({ value, currency: "EUR" });
export const asked = { payment: { id: "p-1" }, amount: eur(60) };
export const alone: OtherRefunds = { happened: [], pending: [], uncertain: false };
export const answer = { id: "p-1", currency: "EUR", amount: 100, refunded: 60, state: "refunded" };
export const raw = (body: object | string, status = 200) => ({
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
export const proves = (
  change: object,
  {
    refund = asked,
    others = {},
    seconds = 0,
    with: given = table,
  }: {
    refund?: Parameters<typeof prove>[1];
    others?: Partial<OtherRefunds>;
    seconds?: number;
    with?: EvidenceTable;
  } = {},
) =>
  prove(given, refund, { ...alone, ...others }, raw({ ...answer, ...change }), seconds)?.proves ??
  "nothing";
