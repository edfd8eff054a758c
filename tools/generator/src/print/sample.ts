/** A call that compiles, for READMEs. */
import type { FieldDoc, FieldGroup, Provider } from "../model.ts";

const placeholder = ({ type, sample }: FieldDoc): string => {
  if (sample !== undefined) return JSON.stringify(sample);
  if (type.startsWith('"')) return type.split(" | ", 1)[0] ?? "";
  return type === "number" ? "1" : '"…"';
};

/** The object a caller would write: every field, or the first of each choice. */
function sampleGroup({ fields, exactlyOne }: FieldGroup): string {
  const dropped = new Set(exactlyOne.flatMap(([, ...others]) => others));
  const kept = fields.filter(({ name }) => !dropped.has(name));
  return `{ ${kept.map((field) => `${field.name}: ${placeholder(field)}`).join(", ")} }`;
}

function sampleRequest(provider: Provider): string {
  const { payment, amount, reason, key, extra, simulator } = provider;
  const currency = amount?.currencies?.[0] ?? simulator.payments[0]?.amount.currency ?? "EUR";
  return [
    `  payment: ${sampleGroup(payment)},\n`,
    amount
      ? `  amount: { value: 1050, currency: ${JSON.stringify(currency)} }, // ${amountNote(provider)}\n`
      : "",
    reason ? `  reason: "damaged product",${reason.optional ? " // optional" : ""}\n` : "",
    key ? `  key: "order-1042/refund-1", // your own id of this refund\n` : "",
    extra ? `  extra: ${sampleGroup(extra)},\n` : "",
  ].join("");
}

const amountNote = ({ amount }: Provider) =>
  amount?.optional ? "minor units; leave it out to refund everything" : "minor units";

/** Credentials by the name of a variable each. */
const sampleCredentials = ({ credentials }: Provider): string =>
  (credentials[0] ?? []).map(({ name }) => name).join(", ");

export const sampleCall = (
  provider: Provider,
): string => `import { ${provider.name} } from "@refunds/${provider.name}";

const client = ${provider.name}({ environment: "${Object.keys(provider.table.servers).includes("test") ? "test" : "live"}", ${sampleCredentials(provider)} });
const outcome = await client.refund({
${sampleRequest(provider)}});

switch (outcome.status) {
  case "succeeded":
  case "pending":
    console.log(outcome.refundId);
    break;
  case "declined":
    console.log(outcome.reason, outcome.code, outcome.message);
    break;
  case "not_sent":
    console.log("safe to send again:", outcome.message);
    break;
  case "unknown":
  case "needs_review":
    console.log("do not send again: find out first", outcome.raw);
    break;
}
`;
