#!/usr/bin/env node
import { Command, InvalidArgumentError } from "commander";
import { createSandbox } from "./index.ts";
import { startText } from "./page/start-text.ts";
import { serve } from "./server.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);

const program = new Command("refunds-sandbox")
  .description("Simulated refund providers over HTTP, on this machine only. No money moves.")
  .option(
    "-p, --port <number>",
    "the port to listen on; any free one where left out",
    portNumber,
    0,
  )
  .option("--provider <name...>", "only these providers")
  .helpOption("-h, --help", "show this")
  .action(start);

try {
  await program.parseAsync();
} catch (error) {
  program.error(`error: ${error instanceof Error ? error.message : error}`);
}

async function start({ port, provider }: { port: number; provider?: string[] }): Promise<void> {
  const sandbox = await createSandbox({ ...(provider && { providers: provider }) });
  const server = await serve(sandbox, { port }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new Error(
          `Port ${port} is taken. Choose another with --port, or leave it out for a free one.`,
        )
      : error;
  });
  const stop = () => void server.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  say(startText(sandbox, server.url));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  }
  return port;
}
