#!/usr/bin/env node
/** `refunds-mcp [configuration]`: stdin and stdout are the protocol, so everything for people goes to stderr. */
import { Console } from "node:console";
import { parseArgs } from "node:util";
import { serve } from "./serve.ts";

const say = (text: string) => process.stderr.write(`${text}\n`);

// A configuration that logs must not break the protocol.
globalThis.console = new Console(process.stderr, process.stderr);

const usage = `Usage: refunds-mcp [refunds.config.ts]
A Model Context Protocol server over stdio: an assistant looks at refunds, and proposes some. It never sends a refund.`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  if (values.help || positionals.length > 1) say(usage);
  else await serve(positionals[0]);
} catch (error) {
  const { message, code = "defect" } = error as Error & { code?: string };
  say(`error: ${message} (${code})`);
  process.exitCode = 2;
}
