#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { runtimeProblem } from "@refunds/core/provider";
import { Command } from "commander";
import {
  type Chances,
  faultChance,
  faultsOverHttp,
  milliseconds,
  portNumber,
  webhookUrl,
  wholeNumber,
} from "./command/arguments.ts";
import { deliveryText } from "./command/delivery-text.ts";
import { listen } from "./command/listen.ts";
import { readPaymentsFile } from "./command/payments-file.ts";
import { startText } from "./command/start-text.ts";
import { errorText } from "./command/wrong-options.ts";
import { createSandbox, type NotifyOptions } from "./index.ts";

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly provider?: readonly string[];
  readonly payments?: string;
  readonly fault?: Chances;
  readonly notify?: string;
  readonly finishAfter?: number;
  readonly seed: number;
}

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const program = new Command("refunds-sandbox")
  .description("Simulated refund providers over HTTP. No money moves.")
  .version(version, "-V, --version", "print the version number")
  .option(
    "-p, --port <number>",
    "the port to listen on (default: 4010, or a free port if 4010 is taken)",
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
    "--fault <kind:chance...>",
    "inject a fault with a chance from 0 to 1, such as reset_after:0.1 (default chance: 1)",
    faultChance,
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
  .addHelpText("after", `\nFaults: ${faultsOverHttp.join(", ")}.`)
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

function notifyOptions(to: string): NotifyOptions {
  return {
    to,
    onDelivery: (notification, status) =>
      process.stdout.write(`${deliveryText(notification, status)}\n`),
  };
}

async function start(options: Options): Promise<void> {
  const { port, host, allowHost, provider, payments, fault, notify, finishAfter, seed } = options;
  const faults = fault && { seed, chance: fault };
  const sandbox = await createSandbox({
    uniqueIds: true,
    ...(provider && { providers: provider }),
    ...(payments !== undefined && { payments: await readPaymentsFile(payments) }),
    ...(faults && { faults }),
    ...(notify !== undefined && { notify: notifyOptions(notify) }),
    ...(finishAfter !== undefined && { finishAfterMs: finishAfter }),
  });
  const { server, isFallbackPort } = await listen(sandbox, {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(allowHost && { allowHosts: allowHost }),
  });
  const stop = () => void server.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const notifies = notify !== undefined;
  const names = {
    allowHosts: allowHost ?? [],
    isFallbackPort,
    notifies,
    isChosen: provider !== undefined,
  };
  process.stdout.write(`${startText(sandbox, { ...server, ...names }, faults)}\n`);
}
