import { setupServer } from "msw/node";
import { afterAll, afterEach, expect, test } from "vitest";
import { allFaults } from "../../src/faults/fault-kind.ts";
import { mswHandlers } from "../../src/msw.ts";
import { createSandboxOf, type SandboxOptions } from "../../src/sandbox.ts";
import { fetchResultOf } from "../fixtures/fetch-result.ts";
import { answerText, refund } from "../fixtures/interfaces.ts";
import { tables } from "../fixtures/tables.ts";

const server = setupServer();
server.listen({ onUnhandledFrame: "error" });
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const url = "https://live.bearer.example/v1/refund";
async function start(options: SandboxOptions = {}) {
  const told: unknown[] = [];
  const onFault = (error: unknown) => told.push(error);
  const sandbox = await createSandboxOf(tables, { dripMs: 1, onFault, ...options });
  server.use(...mswHandlers(sandbox));
  return { sandbox, told };
}

const beyond = ["refuse", "reset_before", "reset_after", "cut", "flood"] as const;

test.each(beyond)("%s is beyond msw: said, and nothing done", async (kind) => {
  const { sandbox, told } = await start();
  expect((await fetchResultOf(fetch(url, refund(kind)))).thrown?.name).toBe("TypeError");
  expect(told).toMatchObject([
    { message: expect.stringContaining(`msw cannot imitate the fault "${kind}"`) },
  ]);
  expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
});

const sights: Record<string, object> = {
  hang_before: { thrown: { name: "TimeoutError" } },
  hang_after: { thrown: { name: "TimeoutError" } },
  html_5xx_before: { status: 502, type: "text/html" },
  html_5xx_after: { status: 502, type: "text/html" },
  redirect_before: { status: 307, location: "http://127.0.0.1:65535/" },
  redirect_after: { status: 307, location: "http://127.0.0.1:65535/" },
  drip: { status: 200, text: answerText },
  twice_the_amount: { text: answerText.replace("100", "200") },
  another_payment: { text: answerText },
  unseen_status: { text: expect.stringContaining("unseen_status") },
};

test.each(Object.entries(sights))("%s", async (kind, sees) => {
  const { sandbox, told } = await start();
  const signal = kind.startsWith("hang") ? AbortSignal.timeout(300) : null;
  expect(await fetchResultOf(fetch(url, refund(kind, { signal })))).toMatchObject(sees);
  expect(sandbox.requests).toMatchObject([{ fault: kind }]);
  expect(sandbox.refunds).toHaveLength(kind.endsWith("_before") ? 0 : 1);
  expect(told).toEqual([]);
});

test("every fault is tried here", () => {
  expect([...beyond, ...Object.keys(sights)].sort()).toEqual([...allFaults].sort());
});
