/** A fictional provider, in JavaScript, for programs that every runtime runs. */

/** @param decline - when a refund is declined, as JavaScript: the condition and its reason */
export const probeProvider = (decline: string): string => `
import { anyCurrency, defineProvider, minorUnits } from "@refunds/core/provider";

const table = {
  provider: "probe",
  servers: { test: "https://probe.invalid" },
  credentials: [{ token: { secret: true, schema: {} } }],
  errors: { list: [] },
  refund: {
    method: "POST",
    path: "/refund",
    media: "json",
    send: [
      { from: "amount", to: "body#/amount", schema: {}, money: { unit: "minor", as: "string" } },
    ],
    outcomes: [
      { ${decline}, means: "declined" },
      { when: { "/state": "done" }, means: "succeeded" },
    ],
    echo: [],
    answer: [{ "/state": { type: "string" } }],
  },
};
const features = { money: { minor: minorUnits }, currencies: anyCurrency };
`;
