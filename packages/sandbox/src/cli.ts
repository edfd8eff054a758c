#!/usr/bin/env node
import { Command, InvalidArgumentError } from "commander";
import { allFaults, type FaultKind, isFaultKind } from "./faults/fault-kind.ts";
import { createSandbox } from "./index.ts";
import { startText } from "./page/start-text.ts";
import { serve } from "./server.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** A connection that stands can no longer be refused; the start text names a port that refuses. */
const served = allFaults.filter((kind) => kind !== "refuse");

type Chances = Readonly<Partial<Record<FaultKind, number>>>;

interface Options {
  readonly port: number;
  readonly provider?: readonly string[];
  readonly fault?: Chances;
  readonly seed: number;
}

const program = new Command("refunds-sandbox")
  .description("Simulated refund providers over HTTP, on this machine only. No money moves.")
  .option(
    "-p, --port <number>",
    "the port to listen on; any free one where left out",
    portNumber,
    0,
  )
  .option("--provider <name...>", "only these providers")
  .option(
    "--fault <kind:chance...>",
    "let requests meet faults, such as reset_after:0.1; all of them where the chance is left out",
    faultChance,
  )
  .option(
    "--seed <number>",
    "which requests meet them: the same seed, the same requests",
    wholeNumber,
    1,
  )
  .addHelpText("after", `\nFaults: ${served.join(", ")}.`)
  .helpOption("-h, --help", "show this")
  .action(start);

try {
  await program.parseAsync();
} catch (error) {
  program.error(`error: ${error instanceof Error ? error.message : error}`);
}

async function start({ port, provider, fault, seed }: Options): Promise<void> {
  const faults = fault && { seed, chance: fault };
  const sandbox = await createSandbox({
    ...(provider && { providers: provider }),
    ...(faults && { faults }),
  });
  const server = await serve(sandbox, { port }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new Error(
          `Port ${port} is taken. Choose another with --port, or leave it out for a free one.`,
        )
      : error;
  });
  const stop = () => void server.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  say(startText(sandbox, server, faults));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  }
  return port;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("It must be a whole number.");
  }
  return number;
}

/** Called once for each `kind:chance`, with those read so far. */
function faultChance(text: string, before: Chances = {}): Chances {
  const [kind = "", chance = "1", more] = text.split(":");
  if (!isFaultKind(kind) || kind === "refuse") {
    throw new InvalidArgumentError(`There are ${served.join(", ")}.`);
  }
  if (!/^(0?\.\d+|0|1)(\.0+)?$/.test(chance) || more !== undefined) {
    throw new InvalidArgumentError("A chance is from 0 to 1, such as reset_after:0.1.");
  }
  return { ...before, [kind]: Number(chance) };
}
