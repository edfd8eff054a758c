/** Runs the guides as their readers do: with the simulated provider that the guide shows, in a process of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type {} from "@refunds/testing/postgres-vitest";
import { afterAll, expect, inject, test } from "vitest";
import { programsOf } from "./support/guide-files.ts";

// In this package, where imports resolve as in a user's project.
const generated = fileURLToPath(new URL("./.generated", import.meta.url));
mkdirSync(generated, { recursive: true });
const folder = mkdtempSync(join(generated, "with-sandbox-"));
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const body = '{"amount":{"value":1050,"currency":"USD"}}';
const sandboxOf = (guide: string) =>
  programsOf(guide, "js").find(([file]) => file === "sandbox.mjs")?.[1];

test.each(["express", "fastify", "hono"])(
  "%s: the server refunds once, and takes the notification",
  async (guide) => {
    const port = await freePort();
    // The guide's own port may be taken on the machine that runs this.
    writeProgram(guide, (text) => text.replaceAll("localhost:3000", `localhost:${port}`));
    const server = run(guide, ["--import", "./sandbox.mjs", "server.ts"], {
      PORT: String(port),
      REFUNDS_SCHEMA: `with_sandbox_${guide}`,
    });
    await expect.poll(server.output, { timeout: 20_000 }).toContain(`:${port}`);
    const refund = async () => {
      const headers = { "content-type": "application/json" };
      const url = `http://localhost:${port}/orders/order-1042/refunds/1`;
      return (await fetch(url, { method: "POST", headers, body })).text();
    };
    expect(await refund()).toBe('{"status":"succeeded"}');
    await expect.poll(server.output, { timeout: 10_000 }).toContain("notification 200\n");
    expect(await refund()).toBe('{"status":"succeeded"}');
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
    expect(server.output().match(/notification/g)).toHaveLength(1);
  },
);

test("nextjs has the sandbox of the other guides, and its example runs with it", () => {
  expect(sandboxOf("nextjs")).toBe(sandboxOf("express"));
});

test("lambda: the second call sends nothing, and another process finds the key", async () => {
  writeProgram("lambda", (text) => text);
  const printed = async () => {
    const { exited, output } = run("lambda", ["try.mjs"], {
      REFUNDS_SCHEMA: "with_sandbox_lambda",
    });
    expect(await exited).toBe(0);
    return output().trimEnd().replaceAll(/\s+/g, " ");
  };
  const answer = `{ statusCode: 200, body: '{"status":"succeeded"}' }`;
  expect(await printed()).toBe(`${answer} ${answer} 1`);
  expect(await printed()).toBe(`${answer} ${answer} 0`);
});

function writeProgram(guide: string, change: (text: string) => string): void {
  for (const [name, program] of [...programsOf(guide), ...programsOf(guide, "js")]) {
    const file = join(folder, guide, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(program));
  }
}

function run(guide: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ["--conditions=refunds-source", ...args], {
    cwd: join(folder, guide),
    env: { ...process.env, DATABASE_URL: inject("postgres"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, exited, output: () => text };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
