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
    for (const word of ["refunds-sandbox", "--port", "--provider", "--fault", "--seed", "cut"]) {
      expect(text).toContain(word);
    }
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

  test("--fault and --seed let requests meet faults, the same ones each time", async () => {
    const [{ provider = "" } = {}] = simulators;
    const metWith = async (seed: string) => {
      const { started, child, ended } = run(
        "--fault",
        "html_5xx_after:0.5",
        "cut:0",
        "--seed",
        seed,
      );
      const text = await started;
      expect(text).toContain(`Faults by chance, with seed ${seed}: html_5xx_after 0.5, cut 0`);
      const [url = "", refusedUrl = ""] = text.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
      await expect(fetch(refusedUrl)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
      const statuses: number[] = [];
      const { path, method } = simulators[0]?.operations.refund ?? { path: "", method: "POST" };
      for (let nth = 0; nth < 12; nth++) {
        statuses.push((await fetch(`${url}/${provider}${path}`, { method })).status);
      }
      child.kill("SIGTERM");
      await ended;
      return statuses.map((status) => status === 502).join();
    };
    const first = await metWith("7");
    expect(new Set(first.split(","))).toEqual(new Set(["true", "false"]));
    expect(await metWith("7")).toBe(first);
    expect(await metWith("8")).not.toBe(first);
  });

  test.each([
    ["--fault", "reset", "There are hang_before, hang_after,"],
    // A connection that stands cannot be refused.
    ["--fault", "refuse:0.1", "There are hang_before, hang_after,"],
    ["--fault", "cut:2", "A chance is from 0 to 1"],
    ["--fault", "cut:0.1:0.2", "A chance is from 0 to 1"],
    ["--seed", "0.5", "It must be a whole number."],
  ])("%s %s is refused", async (option, value, says) => {
    const { code, text } = await run(option, value).ended;
    expect(code).toBe(1);
    expect(text).toContain(says);
  });

  test("chances of more than 1 together are refused in a sentence", async () => {
    const { code, text } = await run("--fault", "cut", "drip:0.5").ended;
    expect(code).toBe(1);
    expect(text).toBe("error: The chances of faults add up to 1.5. They must not exceed 1.\n");
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
