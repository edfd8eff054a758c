#!/usr/bin/env node
/** `refunds-mcp [configuration]`: stdin and stdout are the protocol, so everything for people goes to stderr. */
import { Console } from "node:console";
import { parseArgs } from "node:util";
import { runtimeProblem } from "@refunds/core/provider";

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
  const unsupported = runtimeProblem();
  if (unsupported) {
    say(`error: the runtime ${unsupported.message} (unsupported_runtime)`);
    process.exitCode = 2;
  } else if (values.help || positionals.length > 1) say(usage);
  else {
    // A Node that is too old may not be able to load it.
    const { serve } = await import("./serve.ts");
    await serve(positionals[0]);
  }
} catch (error) {
  const { message, code = "defect" } = error as Error & { code?: string };
  say(`error: ${message} (${code})`);
  process.exitCode = 2;
}
