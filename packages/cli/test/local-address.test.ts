/** What a person reads when nothing listens where the sandbox should be. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { sqliteJournal } from "@refunds/journal/sqlite";
import { expect, test } from "vitest";
import { listensAt, localOrigin, refusedHere, sandboxCommand } from "../src/local-address.ts";
import { newFolder, run } from "./support/cli.ts";

const account = (baseUrl: string) => ({ provider: "yedpay", baseUrl, accessToken: "t" }) as const;
const notSent = (code: string) => ({ status: "not_sent", cause: { code } }) as const;

test("only an address of this machine is local", () => {
  const local = ["http://localhost:4010/x", "http://127.0.0.1:4010/x", "http://[::1]:4010/x"];
  expect(local.map((baseUrl) => localOrigin({ baseUrl }))).toEqual(
    local.map((url) => url.slice(0, -2)),
  );
  for (const baseUrl of [
    "https://localhost.example/x",
    "http://sandbox:4010/x",
    "htp://localhost:4010",
    "nonsense",
  ]) {
    expect(localOrigin({ baseUrl })).toBeUndefined();
  }
  expect(localOrigin({})).toBeUndefined();
});

/** A server, its origin, and what it received. */
async function listening() {
  const received: unknown[] = [];
  const server = createServer((socket) => socket.on("data", (data) => received.push(data)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { origin, received, close };
}

/** Where nothing listens any more. */
async function closedOrigin(): Promise<string> {
  const { origin, close } = await listening();
  await close();
  return origin;
}

test("whether something listens is found without sending anything", async () => {
  const { origin, received, close } = await listening();
  expect(await listensAt(origin)).toBe(true);
  await close();
  expect(await listensAt(origin)).toBe(false);
  expect(received).toEqual([]);
});

test("the command listens where the account sends to", () => {
  expect(sandboxCommand("http://127.0.0.1:4010")).toBe("npx refunds sandbox");
  expect(sandboxCommand("http://127.0.0.1:4020")).toBe("npx refunds sandbox --port 4020");
});

test("a refused connection elsewhere, or another outcome, says nothing of the sandbox", () => {
  const here = account("http://127.0.0.1:4010/yedpay");
  expect(refusedHere(here, notSent("ECONNREFUSED"))).toContain("npx refunds sandbox");
  expect(refusedHere(here, notSent("ENOTFOUND"))).toBeUndefined();
  expect(refusedHere(here, { status: "unknown" })).toBeUndefined();
  expect(refusedHere(account("https://proxy.example/"), notSent("ECONNREFUSED"))).toBeUndefined();
});

test("a refund and a file that nothing takes say how to start the sandbox, once", async () => {
  const origin = await closedOrigin();
  const folder = newFolder({
    "refunds.config.mjs": `export default { accounts: { shop: {
      provider: "yedpay", baseUrl: "${origin}/yedpay", accessToken: "t", timeoutMs: 2000 } } };`,
    "refunds.csv": "account,key,payment.id,amount,currency\nshop,k2,p2,full,\nshop,k3,p3,full,\n",
  });
  await sqliteJournal({ file: join(folder, "refunds.sqlite") }).close();
  const refund = ["refund", "-a", "shop", "-k", "k1", "-p", "id=p1", "--full", "--yes"];
  const [one, file] = await Promise.all([
    run(folder, refund),
    run(folder, ["run", "refunds.csv", "--yes"]),
  ]);
  const hint = `Nothing listens at ${origin}. If it is the sandbox, start it`;
  expect([one.code, one.stderr]).toEqual([4, expect.stringContaining(hint)]);
  expect([file.code, file.stderr.split(hint)]).toEqual([4, [expect.anything(), expect.anything()]]);
}, 60_000);
