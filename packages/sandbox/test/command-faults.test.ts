/** Faults of the command line, and what the command prints of requests. */
import { describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import type { OperationName } from "../src/simulator/verdict.ts";
import { occupyPort, run } from "./fixtures/command.ts";

const table = simulators.find(({ operations }) => operations.query);

/** A sandbox of one provider, and the status of a request to it. Credentials are missing: a fault comes all the same. */
async function start(...args: string[]) {
  const provider = table?.provider ?? "";
  const command = run("--port", "0", "--provider", provider, ...args);
  const text = await command.started;
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "";
  const send = async (name: OperationName, search = "") => {
    const { path = "", method = "" } = table?.operations[name] ?? {};
    const address = `${url}/${provider}${path.replaceAll(/\{[^}]+\}/g, "x")}${search}`;
    return fetch(address, { method, headers: { authorization: "Bearer hunter2secret" } }).then(
      ({ status }) => (status === 502 ? status : "judged"),
      () => "reset",
    );
  };
  return { ...command, text, url, send };
}

describe("--fault", () => {
  test("with x and a number, loses the replies to so many refunds, and to no more", async () => {
    const { text, send } = await start("--fault", "reset_after:x2", "html_5xx_after:x1");
    expect(text).toContain("The next 2 refund requests get reset_after.\n");
    expect(text).toContain("The next refund request gets html_5xx_after.\n");
    expect(await send("query")).toBe("judged");
    const sent = [];
    for (let nth = 0; nth < 4; nth++) sent.push(await send("refund"));
    expect(sent).toEqual(["reset", "reset", 502, "judged"]);
  });

  test("leaves queries alone, which find out what became of a refund, unless --fault-operation names them", async () => {
    const [refunds, any, queries] = await Promise.all([
      start("--fault", "html_5xx_after"),
      start("--fault", "html_5xx_after", "--fault-operation", "any"),
      start("--fault", "html_5xx_after:x1", "--fault-operation", "query"),
    ]);
    const statuses = async ({ send }: typeof any) => [await send("refund"), await send("query")];
    expect(await statuses(refunds)).toEqual([502, "judged"]);
    expect(await statuses(any)).toEqual([502, 502]);
    expect(await statuses(queries)).toEqual(["judged", 502]);
    expect(any.text).toContain("Random faults of requests, with seed 1: html_5xx_after 1\n");
    expect(queries.text).toContain("The next query request gets html_5xx_after.\n");
  });

  test("is ended by what the start says, and the page shows which is in force", async () => {
    const { text, url, send } = await start("--fault", "html_5xx_after", "cut:x3");
    expect(text).toContain(`run: curl -X DELETE ${url}/faults\n`);
    const page = async () => (await fetch(url)).text();
    expect(await page()).toContain("such as that of <code>--fault</code>");
    await fetch(`${url}/faults`, { method: "DELETE" });
    expect(await send("refund")).toBe("judged");
    expect(await page()).toContain("No fault is switched on.");
    // Also not after the button to start over.
    await fetch(`${url}/reset`, { method: "POST" });
    expect(await send("refund")).toBe("judged");
  });

  test("the help says how to end it", async () => {
    const { text } = await run("--help").ended;
    expect(text).toContain("reset_after:x1 loses the reply to one refund");
    expect(text).toContain("DELETE /faults");
  });
});

describe("each request is a line", () => {
  test("with its method, path, status and fault, and nothing that may be a secret", async () => {
    const { send, printing } = await start("--fault", "reset_after:x1");
    await send("refund", "?key=hunter2secret");
    await send("query", "?key=hunter2secret");
    const { method, path = "" } = table?.operations.query ?? {};
    const at = `/${table?.provider}${path.replaceAll(/\{[^}]+\}/g, "x")}`;
    const text = await printing(`\n${method} ${at}: 401, `);
    expect(text).toMatch(/^POST \S+: no answer, \w+( \(.+\))?, fault reset_after$/m);
    expect(text).not.toContain("hunter2secret");
  });

  test("--quiet prints none", async () => {
    const { send, child, ended, text } = await start("--quiet");
    await send("refund");
    child.kill("SIGTERM");
    expect((await ended).text).toBe(text);
  });
});

test("with --notify, it does not listen elsewhere than where the accounts send to", async () => {
  await occupyPort(4010);
  const { code, text } = await run("--notify", "http://127.0.0.1:9/").ended;
  expect(code).toBe(1);
  expect(text).toMatch(
    /^error: Port 4010 is already in use\. If a sandbox listens there, stop it first/,
  );
});
