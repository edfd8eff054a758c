import { moneyText } from "../page/money-text.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SandboxProvider } from "../sandbox-provider.ts";
import { hostName } from "../served/hosts.ts";
import type { SiteUrls } from "../served/site-urls.ts";
import type { Balance } from "../simulator/ledger.ts";
import { faultLines, type GivenFaults } from "./given-faults.ts";

interface StartInfo extends SiteUrls {
  /** Additional host names that clients use. */
  readonly allowHosts: readonly string[];
  /** Whether the default port was taken. */
  readonly isFallbackPort: boolean;
  /** Whether notifications are sent. */
  readonly notifies: boolean;
  /** Whether providers were chosen, which are then described. */
  readonly isChosen: boolean;
}

/** The text that the command prints after it has started. */
export const startText = (
  sandbox: Sandbox,
  { url, refusedUrl, allowHosts, isFallbackPort, notifies, isChosen }: StartInfo,
  faults?: GivenFaults,
): string =>
  [
    [
      `Refund sandbox at ${url}/ (open it to see how to call it, and to lose replies; press Ctrl+C to stop)`,
      ...(isFallbackPort
        ? [
            `Port 4010 is already in use, so the sandbox listens on port ${new URL(url).port}. An account reaches it with that port in its baseUrl.`,
          ]
        : []),
      ...allowHosts.map((name) => `From other hosts: ${named(url, name)}/`),
      `For refused connections, use ${refusedUrl}/`,
      ...(faults ? faultLines(faults, url) : []),
      ...(notifies ? silenceText(sandbox) : []),
    ].join("\n"),
    ...(isChosen
      ? sandbox.providers.map((provider) => providerText(provider, url))
      : [namesText(sandbox, url)]),
  ].join("\n\n");

function named(url: string, name: string): string {
  const { port } = new URL(url);
  return `http://${hostName(name, "allowHosts")}:${port}`;
}

/** A webhook of those would wait for what never comes. */
function silenceText({ providers }: Sandbox): readonly string[] {
  const silent = providers.filter(({ notifications }) => notifications.length === 0);
  if (silent.length === 0) return [];
  const names = silent.map(({ provider }) => provider).join(", ");
  return [
    `The sandbox sends no notifications for ${names}: ask what became of a refund with reconcile().`,
  ];
}

/** All providers would be hundreds of lines, with the URL far above. */
const namesText = ({ providers }: Sandbox, url: string): string =>
  [
    `The base URL of a provider is ${url}/<provider>: ${providers.map(({ provider }) => provider).join(", ")}.`,
    `Credentials, payments and commands are on the page and in ${url}/state.json. --provider <name> prints them here.`,
  ].join("\n");

function providerText({ provider, title, credentials, payments }: SandboxProvider, url: string) {
  return [
    title,
    `  base URL     ${url}/${provider}`,
    ...credentials.map(
      (alternative, at) =>
        `  ${at === 0 ? "credentials" : "         or"}  ${credentialText(alternative)}`,
    ),
    ...table(payments.map(paymentCells)).map(
      (row, at) => `  ${at === 0 ? "payments   " : "           "}  ${row}`,
    ),
  ].join("\n");
}

const credentialText = (alternative: Readonly<Record<string, string | number>>): string =>
  Object.entries(alternative)
    .map(
      ([name, value]) => `${name} ${String(value).includes("\n") ? "(PEM, see the page)" : value}`,
    )
    .join(", ");

const paymentCells = ({ payment, amount, always }: Balance): readonly string[] => [
  Object.entries(payment)
    .map(([name, id]) => `${name} ${id}`)
    .join(", "),
  moneyText(amount.value, amount.currency),
  always ? `always ${always}` : "",
];

/** Formats rows as lines with aligned columns. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths?.[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
