import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { type ClientFrom, clientOf, loadProviders } from "../config/clients.ts";
import { type LoadedConfig, loadConfig } from "../config/load-config.ts";
import { journalPlace, openJournal } from "../config/open-journal.ts";
import { listensAt, localOrigin, sandboxCommand } from "../local-address.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { credentialsText, environmentText } from "../output/sent-text.ts";
import { print, printJson } from "../output/streams.ts";
import { printable, table } from "../output/table.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Check the configuration, the environment variables that it reads, the accounts and the journal, and that something listens at each baseUrl on this machine. Sends nothing.",
    )
    .addHelpText("after", examples("doctor", "doctor --json"));

export const action: Action<object> = async ({ config: named, json }) => {
  const config = await loadConfig(named);
  const from = await loadProviders(config);
  const findings = [
    { what: "node", ok: true, found: process.version },
    { what: "configuration", ok: true, found: config.file },
    ...variableFindings(config),
    ...Object.keys(config.accounts).map((name) => accountFinding(config, from, name)),
    ...(await Promise.all(localOrigins(config).map(listenFinding))),
    await journalFinding(config),
  ];
  const ok = findings.every((each) => each.ok);
  if (json) printJson({ ok, findings });
  else {
    print(
      table(findings.map((each) => [each.ok ? "ok" : "WRONG", each.what, printable(each.found)])),
    );
    print(ok ? "\nAll is well." : "\nSomething is wrong. Nothing was sent.");
  }
  return ok ? exitCodes.done : exitCodes.usage;
};

/** Those that are not set are wrong only if an account misses them, and then the account says so. */
const variableFindings = ({ variables }: LoadedConfig): Finding[] =>
  [...variables].map(([name, isSet]) => ({
    what: "variable",
    ok: true,
    found: `${name} is ${isSet ? "set" : "not set"}`,
  }));

function accountFinding(config: LoadedConfig, from: ClientFrom, name: string): Finding {
  const what = `account ${name}`;
  const options = config.accounts[name];
  if (!options) return { what, ok: false, found: "has no options" };
  try {
    clientOf(config, from, name, options);
    const found = `${options.provider}, ${environmentText(options)}, ${credentialsText(options)}`;
    return { what, ok: true, found };
  } catch (error) {
    return { what, ok: false, found: (error as Error).message };
  }
}

const localOrigins = ({ accounts }: LoadedConfig): string[] => [
  ...new Set(Object.values(accounts).flatMap((account) => localOrigin(account) ?? [])),
];

async function listenFinding(origin: string): Promise<Finding> {
  const what = `address ${origin}`;
  const ok = await listensAt(origin);
  const found = ok
    ? "something listens there"
    : `nothing listens there. If it is the sandbox, start it in another terminal: ${sandboxCommand(origin)}`;
  return { what, ok, found };
}

async function journalFinding(config: LoadedConfig): Promise<Finding> {
  const what = "journal";
  try {
    const journal = await openJournal(config);
    const open = await journal.open().finally(() => journal.close());
    return { what, ok: true, found: `${journalPlace(config)}, ${open.length} open` };
  } catch (error) {
    return { what, ok: false, found: (error as Error).message };
  }
}
