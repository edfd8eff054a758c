/** The server as an assistant starts it: a process of its own, which the SDK's client talks to. */
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

/** The members that tests read by name. A tool that does not give one fails the test that reads it. */
interface AnswerData {
  readonly id: string;
  readonly refunds: unknown;
  readonly accounts: unknown;
  readonly history: unknown;
  readonly request: { readonly reason: string };
  readonly error: { readonly message: string };
}

export interface Answer {
  readonly isError: boolean;
  /** The first part, which says that the rest is data. */
  readonly notice: string;
  /** The second part as it arrived. */
  readonly text: string;
  readonly data: AnswerData;
}

export async function connect(folder: string) {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--conditions=refunds-source", cli],
    cwd: folder,
    stderr: "ignore",
  });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<Answer> => {
    const { content, isError = false } = await client.callTool({ name, arguments: given });
    const [notice = "", text = ""] = content.map((part) =>
      "text" in part ? String(part.text) : "",
    );
    expect(content).toHaveLength(2);
    return { isError, notice, text, data: JSON.parse(text) };
  };
  return { client, call };
}
