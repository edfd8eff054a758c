/** The TypeScript of what the console does. */
import type { RefundRequest } from "./form.ts";

export function callText(
  provider: string,
  options: Readonly<Record<string, unknown>>,
  request: RefundRequest,
): string {
  const { timeoutMs: _, ...given } = options;
  return [
    `import { createRefunds, ${provider} } from "refunds";`,
    "",
    "const refunds = createRefunds({",
    "  accounts: {",
    `    shop: ${provider}({`,
    ...Object.entries(given).map((option) => `      ${optionText(option)},`),
    "    }),",
    "  },",
    "  journal, // SQLite or Postgres; memory on this page",
    "});",
    "",
    "const outcome = await refunds.refund({",
    `  account: "shop",`,
    ...Object.entries(request).map(([name, value]) => `  ${name}: ${literal(value)},`),
    "});",
  ].join("\n");
}

/** A private key of several lines says nothing here. */
const optionText = ([name, value]: readonly [string, unknown]): string =>
  String(value).includes("\n") ? name : `${name}: ${JSON.stringify(value)}`;

/** A value as source text. The names of most request fields need no quotes. */
function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const named = (name: string) => (/^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name));
  const members = Object.entries(value).map(([name, each]) => `${named(name)}: ${literal(each)}`);
  return `{ ${members.join(", ")} }`;
}
