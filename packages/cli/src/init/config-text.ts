/** The text of `refunds.config.ts`. */
import type { FieldFacts } from "../provider-facts.ts";
import {
  databaseVariable,
  journalFile,
  nameOf,
  type Plan,
  sandboxUrl,
  variablesOf,
} from "./plan.ts";

export const configText = (plan: Plan): string => `import { defineConfig } from "@refunds/cli";

// Credentials come from the environment: from .env next to this file, or from your secret store.
export default defineConfig({
  accounts: {
    // The account's name. Do not change it later: the journal finds a payment by it.
    ${property(plan.account)}: {
      provider: ${JSON.stringify(plan.provider.name)}, // ${plan.provider.documentation}
      ${destination(plan)}
${indented(optionLines(plan))}
    },
  },
  // Each refund is recorded here before it is sent, so that a key refunds at most once.
  // Rehearse in another journal: a key belongs to the environment that it was sent to.
  ${journal(plan)}
});
`;

const property = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const indented = (lines: readonly string[]) => lines.map((line) => `      ${line}`).join("\n");

function destination({ environment, provider }: Plan): string {
  if (environment !== "sandbox") {
    return `environment: ${JSON.stringify(environment)}, // "test", or "live", which moves real money`;
  }
  const url = JSON.stringify(`${sandboxUrl}/${provider.name}`);
  return `baseUrl: ${url}, // \`npx refunds sandbox\`; for your account, environment: "test" or "live" instead, and another journal`;
}

function optionLines(plan: Plan): string[] {
  const { provider, account } = plan;
  const [, ...others] = provider.credentials;
  const optional = provider.settings.filter((field) => field.optional);
  return [
    ...variablesOf(plan).map(({ field }) => optionLine(account, field)),
    ...others.flatMap((set) => [
      "// Or instead:",
      ...set.map((field) => `// ${optionLine(account, field)}`),
    ]),
    ...(optional.length > 0 ? ["// Optional:"] : []),
    ...optional.map((field) => `// ${optionLine(account, field)}`),
  ];
}

function optionLine(account: string, { name, types, description }: FieldFacts): string {
  const variable = `process.env.${nameOf(account, name)}`;
  const value = types.includes("string") ? variable : `Number(${variable})`;
  return `${name}: ${value}, // ${description.replace(/\s+/g, " ")}`;
}

const journal = ({ journal }: Plan): string =>
  journal === "sqlite"
    ? `journal: { sqlite: ${JSON.stringify(journalFile)} }, // for one machine; for several: { postgres: process.env.${databaseVariable} }`
    : `journal: { postgres: process.env.${databaseVariable} },`;
