/** Serves one assistant over stdin and stdout, until stdin ends. */
import { readFileSync } from "node:fs";
import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { type Assistant, withAssistant } from "@refunds/cli/assistant";
import { failed, succeeded } from "./result.ts";
import { tools } from "./tools.ts";

const instructions =
  "You can look at refunds and propose one. You cannot send a refund, and must not try to by other means: a person approves each proposal on the command line. An outcome of unknown means that money may have moved. Never propose such a refund again under another key.";

/**
 * @param config the file; without it, the nearest `refunds.config.ts`
 * @throws {Error} if the configuration or the journal cannot be opened
 */
export const serve = (config?: string): Promise<void> =>
  withAssistant(config, async (assistant) => {
    const ended = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve).once("close", resolve);
      process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
    });
    const running = serveStdio(() => serverOf(assistant));
    await ended;
    await running.close();
  });

function serverOf(assistant: Assistant): McpServer {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const server = new McpServer({ name: "refunds", version }, { instructions });
  for (const { name, title, description, input, hints, run } of tools) {
    const inputSchema = fromJsonSchema({ type: "object", additionalProperties: false, ...input });
    const annotations = { title, destructiveHint: false, ...hints };
    server.registerTool(name, { title, description, inputSchema, annotations }, async (given) => {
      try {
        return succeeded(await run(assistant, given as never));
      } catch (error) {
        return failed(error);
      }
    });
  }
  return server;
}
