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
  const errors: unknown[] = [];
  const onFault = (error: unknown) => errors.push(error);
  const sandbox = await createSandboxOf(tables, { dripMs: 1, onFault, ...options });
  server.use(...mswHandlers(sandbox));
  return { sandbox, errors };
}

const unsupported = ["refuse", "reset_before", "reset_after", "cut", "flood"] as const;

test.each(unsupported)(
  "%s is not supported: onFault gets an error, and the request is not processed",
  async (kind) => {
    const { sandbox, errors } = await start();
    expect((await fetchResultOf(fetch(url, refund(kind)))).thrown?.name).toBe("TypeError");
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`msw cannot simulate the fault "${kind}"`) },
    ]);
    expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
  },
);

const results: Record<string, object> = {
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

test.each(Object.entries(results))("%s", async (kind, sees) => {
  const { sandbox, errors } = await start();
  const signal = kind.startsWith("hang") ? AbortSignal.timeout(300) : null;
  expect(await fetchResultOf(fetch(url, refund(kind, { signal })))).toMatchObject(sees);
  expect(sandbox.requests).toMatchObject([{ fault: kind }]);
  expect(sandbox.refunds).toHaveLength(kind.endsWith("_before") ? 0 : 1);
  expect(errors).toEqual([]);
});

test("this file tests every fault", () => {
  expect([...unsupported, ...Object.keys(results)].sort()).toEqual([...allFaults].sort());
});
