import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--conditions=refunds-source", cli, ...args]);
  running.push(child);
  let text = "";
  const started = new Promise<string>((resolve) => {
    const read = (chunk: unknown) => {
      text += chunk;
      if (text.startsWith("Refund sandbox at ") && text.endsWith("\n")) resolve(text);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const ended = once(child, "close").then(([code]) => ({ code, text }));
  return { child, started, ended };
}

describe("refunds-sandbox", () => {
  test("--help says what there is", async () => {
    const { code, text } = await run("--help").ended;
    expect(code).toBe(0);
    for (const word of ["refunds-sandbox", "--port", "--provider"]) expect(text).toContain(word);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("starts, answers and stops on %s", async (signal) => {
    const { child, started, ended } = run();
    const text = await started;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "";
    for (const { provider, title, payments } of simulators) {
      expect(text).toContain(title);
      expect(text).toContain(`${url}/${provider}`);
      for (const { payment } of payments) {
        for (const id of Object.values(payment)) expect(text).toContain(String(id));
      }
    }
    // A connection kept alive must not hold it up.
    expect((await fetch(`${url}/state.json`)).status).toBe(200);
    child.kill(signal);
    expect((await ended).code).toBe(0);
  });

  test("--provider takes several, and lists what it knows when it does not know one", async () => {
    const [first = "", second = ""] = simulators.map(({ provider }) => provider);
    const { started } = run("--provider", first, second);
    const text = await started;
    expect(text.match(/base URL/g)).toHaveLength(2);
    const refused = await run("--provider", "nobody").ended;
    expect(refused.code).toBe(1);
    expect(refused.text).toContain(`does not simulate "nobody". It knows `);
    expect(refused.text).not.toContain("at ");
  });

  test("a taken port is said in a sentence", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, text } = await run("--port", String(port)).ended;
    server.close();
    expect(code).toBe(1);
    expect(text).toBe(
      `error: Port ${port} is taken. Choose another with --port, or leave it out for a free one.\n`,
    );
  });

  test.each(["70000", "-1", "http", "80.5", ""])("--port %j is refused", async (port) => {
    const { code, text } = await run(`--port=${port}`).ended;
    expect(code).toBe(1);
    expect(text).toContain("It must be a whole number from 0 to 65535.");
  });
});
