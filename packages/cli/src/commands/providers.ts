import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { print, printJson } from "../output/streams.ts";
import { facts, table } from "../output/table.ts";
import type { FieldFacts, FieldGroupFacts, ProviderFacts } from "../provider-facts.ts";
import { factsOf } from "../providers.ts";

export const define = (command: Command): Command =>
  command
    .argument("[provider]", "the provider's one-word name")
    .addHelpText("after", examples("providers", "providers <name>", "providers --json"));

export const action: Action<object> = async ({ json }, name) => {
  const { providers } = await import("../generated/providers.ts");
  if (name !== undefined) {
    const provider = factsOf(name);
    if (json) printJson(provider);
    else print(page(provider));
  } else if (json) printJson(providers);
  else
    print(table([["PROVIDER", "NAME", "CREDENTIALS", "PARTIAL", "QUERY"], ...providers.map(row)]));
  return exitCodes.done;
};

const row = ({ name, title, credentials, partial, query }: ProviderFacts): readonly string[] => [
  name,
  title,
  credentials.map(namesOf).join(", or "),
  partial ? "yes" : "no",
  query ? "yes" : "no",
];

const namesOf = (fields: readonly FieldFacts[]) => fields.map(({ name }) => name).join(" + ");

function page(provider: ProviderFacts): string {
  const { title, name, summary, documentation, servers, credentials, settings, reason, extra } =
    provider;
  const sections = [
    `${title} (${name}): ${summary}`,
    facts([
      ...Object.entries(servers),
      ["partial refunds", yes(provider.partial)],
      ["several refunds of a payment", yes(provider.partial && provider.repeated)],
      ["query", yes(provider.query !== undefined)],
      ["amount", amountText(provider)],
      ["documentation", documentation],
    ]),
    ...credentials.map(
      (set, at) => `${at === 0 ? "Credentials" : "Or credentials"}:\n${fieldLines(set)}`,
    ),
    ...(settings.length > 0 ? [`Settings:\n${fieldLines(settings)}`] : []),
    `Payment (--payment <name>=<value>):\n${groupLines(provider.payment)}`,
    ...(reason
      ? [
          `Reason (--reason <text>): ${reason.optional ? "optional" : "required"}. ${reason.description}`,
        ]
      : []),
    ...(extra ? [`Extra (--extra <name>=<value>):\n${groupLines(extra)}`] : []),
  ];
  return sections.join("\n\n");
}

const yes = (value: boolean) => (value ? "yes" : "no");

function amountText({ amount }: ProviderFacts): string {
  if (!amount) return "none: a refund is always full (--full)";
  const currencies = amount.currencies
    ? `; only ${amount.currencies.join(", ")}`
    : amount.except
      ? `; all currencies except ${amount.except.join(", ")}`
      : amount.exponent !== undefined
        ? `; only currencies with ${amount.exponent} decimals`
        : "";
  return `--amount "10.50 EUR"${amount.optional ? ", or --full" : ", which is required"}${currencies}`;
}

const groupLines = ({ fields, exactlyOne }: FieldGroupFacts): string =>
  [fieldLines(fields), ...exactlyOne.map((names) => `  exactly one of ${names.join(", ")}`)].join(
    "\n",
  );

const fieldLines = (fields: readonly FieldFacts[]): string =>
  table(
    fields.map(({ name, description, optional, secret }) => [
      `  ${name}`,
      [optional ? "optional" : "", secret ? "secret" : ""].filter(Boolean).join(", "),
      description.replace(/\s+/g, " "),
    ]),
  );
