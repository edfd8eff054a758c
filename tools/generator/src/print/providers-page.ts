/** `docs/providers.md`, and the table of providers that the README shows too. */
import type { Provider } from "../model.ts";
import { printProofs } from "./evidence.ts";
import { cell, markdownHeader, paragraph } from "./text.ts";

export const printProvidersPage = (providers: readonly Provider[]): string =>
  [
    markdownHeader("specs/"),
    "# Providers",
    printProvidersTable(providers),
    ...providers.flatMap((provider) => [
      `## ${provider.title}`,
      printProofs(provider),
      paragraph(
        `[Everything that ${provider.title} documents and leaves open](providers/${provider.name}.md).`,
      ),
    ]),
  ]
    .join("\n\n")
    .concat("\n");

const columns = [
  "provider",
  "export",
  "credentials",
  "`payment`",
  "`amount`",
  "`reason`",
  "partial",
  "repeated",
  "`query()`",
  "`notification()`",
  "documentation",
];

export const printProvidersTable = (providers: readonly Provider[]): string =>
  [
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => "---").join("|")}|`,
    ...providers.map(row),
  ].join("\n");

function row(provider: Provider): string {
  const {
    title,
    name,
    credentials,
    amount,
    reason,
    partial,
    repeated,
    query,
    notification,
    documentation,
    read,
  } = provider;
  const cells = [
    cell(title),
    `[\`${name}\`](/packages/${name}/README.md)`,
    credentials.map((set) => set.map((field) => `\`${field.name}\``).join(" + ")).join(", or "),
    payment(provider),
    amount ? (amount.optional ? "optional, left out = what remains" : "required") : "– (full only)",
    reason ? (reason.optional ? "optional" : "required") : "–",
    yes(partial),
    partial ? yes(repeated) : "–",
    yes(query !== undefined),
    notification ? (notification.verify ? "signed" : "a reason to ask") : "no",
    `[page](${documentation}), read ${read}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

const yes = (value: boolean) => (value ? "yes" : "no");

function payment({ payment: { fields, exactlyOne } }: Provider): string {
  const grouped = new Set(exactlyOne.flat());
  const always = fields
    .filter(({ name }) => !grouped.has(name))
    .map(({ name, optional }) => (optional ? `${name}?` : name));
  const ways = exactlyOne.reduce<string[][]>(
    (all, group) => all.flatMap((way) => group.map((name) => [...way, name])),
    [always],
  );
  return ways.map((names) => `\`{ ${names.join(", ")} }\``).join(" or ");
}
