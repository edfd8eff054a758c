import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { createSandbox } from "../src/index.ts";
import { occupyPort, run } from "./fixtures/command.ts";

describe("refunds-sandbox", () => {
  test("--help lists all options", async () => {
    const { code, text } = await run("--help").ended;
    expect(code).toBe(0);
    for (const word of ["refunds-sandbox", "--port", "--provider", "--fault", "--seed", "cut"]) {
      expect(text).toContain(word);
    }
    for (const word of ["4010", "--host", "--allow-host", "--payments", "--notify", "--version"]) {
      expect(text).toContain(word);
    }
  });

  test("--version prints the package's version", async () => {
    const { version } = JSON.parse(
      readFileSync(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(await run("--version").ended).toEqual({ code: 0, text: `${version}\n` });
  });

  test.each(["SIGINT", "SIGTERM"] as const)("starts, answers and stops on %s", async (signal) => {
    const { child, started, ended } = run("--port", "0");
    const text = await started;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "";
    expect(text).toContain(`${url}/<provider>`);
    for (const { provider } of simulators) expect(text).toContain(provider);
    expect(text.split("\n").length).toBeLessThan(10);
    // An idle keep-alive connection must not delay the exit.
    expect((await fetch(`${url}/state.json`)).status).toBe(200);
    child.kill(signal);
    expect((await ended).code).toBe(0);
  });

  test("--provider describes the chosen providers", async () => {
    const [one] = simulators;
    if (!one) throw new Error("no provider");
    const text = await run("--port", "0", "--provider", one.provider).started;
    expect(text).toContain(one.title);
    expect(text).toMatch(new RegExp(`base URL +http://127\\.0\\.0\\.1:\\d+/${one.provider}`));
    for (const { payment } of one.payments) {
      for (const id of Object.values(payment)) expect(text).toContain(String(id));
    }
  });

  test("--payments of a provider that --provider leaves out are refused", async () => {
    const [one, other] = simulators.map(({ provider }) => provider);
    const folder = mkdtempSync(join(tmpdir(), "refunds-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "payments.json");
    writeFileSync(file, JSON.stringify({ [`${other}`]: [] }));
    const { code, text } = await run("--provider", `${one}`, "--payments", file).ended;
    expect(code).toBe(1);
    expect(text).toBe(
      `error: --payments: payments.${other} is not a provider of this sandbox. Use one of ${one} (--provider chooses ${one}).\n`,
    );
  });

  test("--provider takes several names, and lists the known ones if a name is unknown", async () => {
    const [first = "", second = ""] = simulators.map(({ provider }) => provider);
    const { started } = run("--port", "0", "--provider", first, second);
    const text = await started;
    expect(text.match(/base URL/g)).toHaveLength(2);
    const refused = await run("--provider", "missing").ended;
    expect(refused.code).toBe(1);
    expect(refused.text).toContain(`--provider: providers[0] is "missing". It must be one of `);
    expect(refused.text).not.toContain("at ");
  });

  test("--fault and --seed inject the same faults in every run", async () => {
    const [{ provider = "" } = {}] = simulators;
    const faultsWithSeed = async (seed: string) => {
      const { started, child, ended } = run(
        "--port",
        "0",
        "--fault",
        "html_5xx_after:0.5",
        "cut:0",
        "--seed",
        seed,
      );
      const text = await started;
      expect(text).toContain(
        `Random faults of refund requests, with seed ${seed}: html_5xx_after 0.5, cut 0\n`,
      );
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
    const first = await faultsWithSeed("7");
    expect(new Set(first.split(","))).toEqual(new Set(["true", "false"]));
    expect(await faultsWithSeed("7")).toBe(first);
    expect(await faultsWithSeed("8")).not.toBe(first);
  });

  test.each([
    ["--fault", "reset", "Unknown fault. Must be one of hang_before, hang_after,"],
    // A request that arrives is already connected.
    ["--fault", "refuse:0.1", "Unknown fault. Must be one of hang_before, hang_after,"],
    ["--fault", "cut:2", "a number from 0 to 1 for its chance, such as reset_after:0.1"],
    ["--fault", "cut:0.1:0.2", "a number from 0 to 1 for its chance, such as reset_after:0.1"],
    ["--fault", "cut:x0", "x and a number for the next requests, such as reset_after:x1"],
    ["--fault-operation", "void", "Allowed choices are refund, query, token, any."],
    ["--seed", "0.5", "Must be an integer."],
    ["--notify", "localhost:3000", "Must be a URL, such as http://localhost:3000/webhooks"],
    [
      "--notify",
      "http://localhost/{account}",
      "error: --notify: notify.to has the placeholder {account}.",
    ],
    ["--finish-after", "2s", "Must be an integer from 0 to 86400000"],
  ])("%s %s is rejected", async (option, value, message) => {
    const { code, text } = await run(option, value).ended;
    expect(code).toBe(1);
    expect(text).toContain(message);
  });

  test("chances that add up to more than 1 are rejected", async () => {
    const { code, text } = await run("--fault", "cut", "drip:0.5").ended;
    expect(code).toBe(1);
    expect(text).toBe("error: --fault: faults.chance adds up to 1.5. The sum must not exceed 1.\n");
  });

  test("with --notify, it says which providers it sends no notifications for", async () => {
    const { providers } = await createSandbox();
    const silent = providers.filter(({ notifications }) => notifications.length === 0);
    const notified = providers.filter(({ notifications }) => notifications.length > 0);
    const started = (...names: readonly string[]) =>
      run("--port", "0", "--notify", "http://127.0.0.1:9/", "--provider", ...names).started;
    const [first = "", second = ""] = silent.map(({ provider }) => provider);
    const other = notified[0]?.provider ?? "";
    expect(await started(first, other, second)).toContain(
      `sends no notifications for ${first}, ${second}: `,
    );
    expect(await started(other)).not.toContain("sends no notifications");
  });

  test("an explicit port that is in use is an error that says what to do", async () => {
    const { port } = await occupyPort(0);
    const { code, text } = await run("--port", String(port)).ended;
    expect(code).toBe(1);
    expect(text).toBe(
      `error: Port ${port} is already in use. Choose another port with --port, or omit --port to use 4010 or a free port.\n`,
    );
  });

  test("the default port is 4010", async () => {
    // If another program uses port 4010, this cannot be tested.
    const { release } = await occupyPort(4010);
    await release();
    const text = await run().started;
    if (text.includes("Port 4010 is already in use")) return;
    expect(text).toMatch(/^Refund sandbox at http:\/\/127\.0\.0\.1:4010\/ /);
  });

  test("if port 4010 is in use, it listens on another port and prints it", async () => {
    await occupyPort(4010);
    const text = await run().started;
    const [, port = ""] = /^Refund sandbox at http:\/\/127\.0\.0\.1:(\d+)\/ /.exec(text) ?? [];
    expect(port).not.toBe("4010");
    expect(text).toContain(`Port 4010 is already in use, so the sandbox listens on port ${port}.`);
    expect((await fetch(`http://127.0.0.1:${port}/state.json`)).status).toBe(200);
  });

  test("--host and --allow-host let other containers call it by a name", async () => {
    const text = await run("--port", "0", "--host", "0.0.0.0", "--allow-host", "sandbox", "two")
      .started;
    const [, port] = /^Refund sandbox at http:\/\/127\.0\.0\.1:(\d+)\/ /.exec(text) ?? [];
    expect(text).toContain(`From other hosts: http://sandbox:${port}/`);
    const statusFor = async (host: string) => {
      const asked = request(`http://127.0.0.1:${port}/state.json`, { headers: { host } });
      const [response] = await once(asked.end(), "response");
      return response.resume().statusCode;
    };
    expect(await statusFor("sandbox:4010")).toBe(200);
    expect(await statusFor("two")).toBe(200);
    expect(await statusFor("three")).toBe(403);
  });

  test.each([
    [["--host", "http://sandbox"], 'host is "http://sandbox". It must be a host name'],
    [["--host", "192.0.2.1", "--port", "0"], "Cannot listen on 192.0.2.1, port 0: "],
    [["--allow-host", "sandbox:4010"], 'allowHosts is "sandbox:4010". It must be a host name'],
    [["4010"], "too many arguments"],
  ])("%j is rejected", async (args, message) => {
    const { code, text } = await run(...args).ended;
    expect(code).toBe(1);
    expect(text).toContain(message);
  });

  test("--payments reads a file, and reports what is wrong with it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "refunds-sandbox-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "payments.json");
    const [{ provider = "", payments: [sample] = [] } = {}] = simulators;
    const amount = { ...sample?.amount, value: 4242 };
    writeFileSync(file, JSON.stringify({ [provider]: [{ ...sample, amount }] }));
    const text = await run("--port", "0", "--provider", provider, "--payments", file).started;
    expect(text).toContain("42.42 ");
    const refused = async (content: string) => {
      writeFileSync(file, content);
      return (await run("--payments", file).ended).text;
    };
    expect(await refused("{")).toContain(`--payments ${file} is not valid JSON: `);
    expect(await refused("[]")).toContain("payments must be an object with one list for each");
    expect(await refused(`{"${provider}": [{}]}`)).toContain(
      `payments.${provider}[0].payment must`,
    );
    const missing = await run("--payments", join(folder, "none.json")).ended;
    expect(missing.text).toContain("Cannot read --payments");
    expect(missing.text).toContain("ENOENT");
  });

  test.each(["70000", "-1", "http", "80.5", ""])("--port %j is rejected", async (port) => {
    const { code, text } = await run(`--port=${port}`).ended;
    expect(code).toBe(1);
    expect(text).toContain("Must be an integer from 0 to 65535.");
  });
});
