/** `src/features.ts`: behaviour that core leaves out of a bundle unless a provider names it. */
import type { Provider } from "../model.ts";
import { asksRichly } from "./asks-richly.ts";
import { doc, header } from "./text.ts";

interface Feature {
  readonly name: string;
  readonly value: string;
  /** What of core the value is made of. */
  readonly uses: readonly string[];
}

export function featuresOf({ table, amount }: Provider): Feature[] {
  const operations = [table.refund, table.query, table.token];
  const sent = operations.flatMap((operation) => operation?.send ?? []);
  const formats = [...sent, ...table.refund.echo].flatMap(({ money }) => money ?? []);
  const units = formats.map(({ unit }) => unit);
  const one = (name: string, value: string, needed: unknown): Feature[] =>
    needed ? [{ name, value, uses: [value] }] : [];
  const credentials = table.credentials.flatMap((set) => Object.values(set));
  const steps = [
    ...(credentials.some(({ environments }) => environments) ? ["checkEnvironments"] : []),
    ...(credentials.some(({ setting }) => setting) ? ["readSettings"] : []),
  ];
  const algorithm = operations.flatMap((operation) => operation?.sign ?? [])[0]?.algorithm;
  const money = [...new Set(units)].sort().map((unit) => ({ unit, value: `${unit}Units` }));
  const hasOwnDecimals = formats.some(({ exponents, steps }) => exponents ?? steps);
  return [
    ...one(
      "body",
      "writeForm",
      operations.some((operation) => operation?.media === "form"),
    ),
    ...one(
      "texts",
      "writeTexts",
      operations.some((operation) => operation?.jsonText),
    ),
    ...one("signer", algorithm === "HMAC-SHA-256" ? "hmacSigner" : "rsaSigner", algorithm),
    ...(money.length > 0
      ? [
          {
            name: "money",
            value: `{ ${money.map(({ unit, value }) => `${unit}: ${hasOwnDecimals ? `ownDecimals(${value})` : value}`).join(", ")} }`,
            uses: [...money.map(({ value }) => value), ...(hasOwnDecimals ? ["ownDecimals"] : [])],
          },
        ]
      : []),
    ...one(
      "currencies",
      amount?.exponent === 2 ? "twoDecimals" : amount?.except ? "exponentExcept" : "exponentOf",
      amount && !amount.currencies,
    ),
    ...one(
      "fresh",
      "freshValue",
      sent.some(({ from }) => from === "timestamp" || from === "nonce"),
    ),
    ...one(
      "repeats",
      "worthRepeating",
      [...table.refund.outcomes, ...(table.query?.outcomes ?? []), ...table.errors.list].some(
        ({ repeat }) => repeat,
      ),
    ),
    ...(steps.length > 0
      ? [
          {
            name: "options",
            value: `/* @__PURE__ */ readWith(${steps.join(", ")})`,
            uses: ["readWith", ...steps],
          },
        ]
      : []),
    ...one(
      "basic",
      "basicCredentials",
      sent.some(({ from }) => from.includes(":")),
    ),
    ...one("tokens", "tokenSource", table.token),
    ...one("read", "readRichly", asksRichly(table)),
    ...one(
      "forms",
      "wireForms",
      [...sent, ...table.refund.echo].some(({ form }) => form),
    ),
  ];
}

export function printFeatures(provider: Provider): string {
  const features = featuresOf(provider);
  const bare = (name: string) => name.replace("type ", "").toLowerCase();
  // As the linter sorts them, whether they are types or not.
  const names = ["type Features", ...features.flatMap(({ uses }) => uses)].toSorted((one, other) =>
    bare(one) < bare(other) ? -1 : 1,
  );
  return [
    header(provider.spec),
    `import { ${names.join(", ")} } from "@refunds/core/provider";\n\n`,
    doc(["The features of core that this provider needs."]),
    `export const features: Features = { ${features.map(({ name, value }) => `${name}: ${value}`).join(", ")} };\n`,
  ].join("");
}
