import type { SandboxProvider } from "../sandbox-provider.ts";
import { isLoopback } from "../served/hosts.ts";

/** TypeScript that refunds with the provider's client and runs as it is; undefined once nothing is left to refund. */
export function snippet(provider: SandboxProvider, origin: string): string | undefined {
  const { provider: word, payments, credentials, partial, requestFor } = provider;
  const balance = payments.find(
    ({ always, refunded, remaining }) => always === undefined && refunded === 0 && remaining > 0,
  );
  if (!balance) return undefined;
  const value = partial ? Math.min(100, balance.remaining) : undefined;
  const request = requestFor(balance, value, "order-1042-refund-1");
  const { hostname } = new URL(origin);
  const [first = {}] = credentials;
  // A key in PEM has many lines, so the snippet fetches it.
  const isGenerated = Object.values(first).some((value) => String(value).includes("\n"));
  return [
    `import { ${word} } from "@refunds/${word}";`,
    "",
    ...(isGenerated
      ? [
          `const state = await (await fetch("${origin}/state.json")).json();`,
          `const { credentials } = state.providers.find(({ provider }) => provider === "${word}");`,
        ]
      : []),
    `const client = ${word}({`,
    `  baseUrl: "${origin}/${word}",`,
    ...(isLoopback(hostname) ? [] : [`  plainHttpHosts: ["${hostname}"],`]),
    ...(isGenerated
      ? ["  ...credentials[0],"]
      : Object.entries(first).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`)),
    "});",
    `const outcome = await client.refund(${literal(request)});`,
    "console.log(outcome.status);",
  ].join("\n");
}

/** A value as source text. The names of most request fields need no quotes. */
function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const named = (name: string) => (/^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name));
  const members = Object.entries(value).map(
    ([name, member]) => `${named(name)}: ${literal(member)}`,
  );
  return `{ ${members.join(", ")} }`;
}
