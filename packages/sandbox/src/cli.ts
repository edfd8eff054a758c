#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { runtimeProblem } from "@refunds/core/provider";
import { Command, Option } from "commander";
import { milliseconds, portNumber, webhookUrl, wholeNumber } from "./command/arguments.ts";
import { deliveryText } from "./command/delivery-text.ts";
import {
  applyFaults,
  faultsOverHttp,
  type GivenFaults,
  type ReadFaults,
  readFault,
} from "./command/given-faults.ts";
import { listen } from "./command/listen.ts";
import { readPaymentsFile } from "./command/payments-file.ts";
import { requestText } from "./command/request-text.ts";
import { startText } from "./command/start-text.ts";
import { errorText } from "./command/wrong-options.ts";
import { simulators } from "./generated/simulators.ts";
import type { NotifyOptions } from "./index.ts";
import { createSandboxOf } from "./sandbox.ts";

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly provider?: readonly string[];
  readonly payments?: string;
  readonly fault?: ReadFaults;
  readonly faultOperation: GivenFaults["operation"];
  readonly notify?: string;
  readonly finishAfter?: number;
  readonly seed: number;
  readonly quiet?: true;
}

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const program = new Command("refunds-sandbox")
  .description("Simulated refund providers over HTTP. No money moves.")
  .version(version, "-V, --version", "print the version number")
  .option(
    "-p, --port <number>",
    "the port to listen on (default: 4010; if it is taken, a free port, but not with --notify)",
    portNumber,
  )
  .option(
    "--host <address>",
    "the address to listen on (default: 127.0.0.1). In a container, use 0.0.0.0",
  )
  .option(
    "--allow-host <name...>",
    "more host names that clients use, such as sandbox in Docker Compose",
  )
  .option("--provider <name...>", "simulate only these providers")
  .option("--payments <file>", "a JSON file with your own payments: one list for each provider")
  .option(
    "--fault <kind:how-often...>",
    "inject a fault into refund requests: into every one (reset_after), with a chance (reset_after:0.1), or into the next ones (reset_after:x1)",
    readFault,
  )
  .addOption(
    new Option("--fault-operation <name>", "which requests get the faults of --fault")
      .choices(["refund", "query", "token", "any"])
      .default("refund"),
  )
  .option(
    "--notify <url>",
    "send the providers' notifications to your webhook; {provider} in the URL stands for the provider's name",
    webhookUrl,
  )
  .option(
    "--finish-after <ms>",
    "a pending refund succeeds after so many milliseconds (default: never)",
    milliseconds,
  )
  .option(
    "--seed <number>",
    "selects which requests fail; the same seed selects the same requests",
    wholeNumber,
    1,
  )
  .option("--quiet", "print no line for each request and notification")
  .addHelpText("after", faultHelp())
  .helpOption("-h, --help", "print this help")
  .allowExcessArguments(false)
  .action(start);

try {
  const unsupported = runtimeProblem();
  if (unsupported) throw new Error(`the runtime ${unsupported.message} (unsupported_runtime)`);
  await program.parseAsync();
} catch (error) {
  program.error(`error: ${errorText(error, program.opts<Options>().provider)}`);
}

function faultHelp(): string {
  return `
Faults: ${faultsOverHttp.join(", ")}.
reset_after:x1 loses the reply to one refund, and a query finds out what became of it.
To end faults, press "Switch all off" on the page that the sandbox names at its start, or send
DELETE /faults to it. A start without --fault has none, but a new start forgets all refunds.`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function notifyOptions(to: string, quiet: true | undefined): NotifyOptions {
  return {
    to,
    ...(!quiet && {
      onDelivery: (notification, status) => print(deliveryText(notification, status)),
    }),
  };
}

async function start(options: Options): Promise<void> {
  const { port, host, allowHost, provider, payments, fault, notify, finishAfter, quiet } = options;
  const { seed, faultOperation: operation } = options;
  const faults = fault && { ...fault, seed, operation };
  const sandbox = await createSandboxOf(simulators, {
    uniqueIds: true,
    ...(provider && { providers: provider }),
    ...(payments !== undefined && { payments: await readPaymentsFile(payments) }),
    ...(notify !== undefined && { notify: notifyOptions(notify, quiet) }),
    ...(finishAfter !== undefined && { finishAfterMs: finishAfter }),
    ...(!quiet && { onRequest: (request) => print(requestText(request)) }),
  });
  if (faults) applyFaults(sandbox, faults);
  const notifies = notify !== undefined;
  const { server, isFallbackPort } = await listen(sandbox, {
    notifies,
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(allowHost && { allowHosts: allowHost }),
  });
  const stop = () => void server.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const isChosen = provider !== undefined;
  const names = { allowHosts: allowHost ?? [], isFallbackPort, notifies, isChosen };
  print(startText(sandbox, { ...server, ...names }, faults));
}
