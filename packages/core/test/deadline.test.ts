import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { serve } from "./support/loopback.ts";

const done = JSON.stringify(acornAnswer);
const refundOf = ({ baseUrl }: { baseUrl: string }, timeoutMs = 5000) =>
  acorn({ baseUrl, timeoutMs }).refund(acornRequest);
const one = ["POST /payments/pay-1/refund"];

describe("deadline", () => {
  const timeout = { status: "unknown", because: "timeout" };

  test("no answer", async () => {
    const server = await serve(() => {});
    expect(await refundOf(server, 100)).toMatchObject(timeout);
    expect(server.arrived).toEqual(one);
  });

  test("an answer that stops halfway: what came is kept", async () => {
    const server = await serve((_, response) => void response.write(done));
    expect(await refundOf(server, 200)).toMatchObject({
      ...timeout,
      raw: { status: 200, body: done },
    });
  });

  test("an answer that drips: every byte in time, the whole not", async () => {
    const server = await serve((_, response) => {
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    });
    const startedAt = Date.now();
    expect(await refundOf(server, 200)).toMatchObject(timeout);
    expect(Date.now() - startedAt).toBeLessThan(1500);
  });

  test("it leaves no timer behind", async () => {
    const server = await serve((_, response) => response.end(done));
    const timers = () =>
      process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();
    await Promise.all(Array.from({ length: 20 }, () => refundOf(server, 60_000)));
    expect(timers() - before).toBeLessThan(10);
  });
});

describe("abort", () => {
  test("before: not sent, nothing arrives", async () => {
    const server = await serve((_, response) => response.end(done));
    const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest, {
      signal: AbortSignal.abort("why"),
    });
    expect(outcome.status).toBe("not_sent");
    expect(server.arrived).toEqual([]);
  });

  test("after it has left: unknown", async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest, controller);
    expect(outcome).toMatchObject({ status: "unknown", because: "aborted" });
  });

  test("within the body: unknown", async () => {
    const controller = new AbortController();
    const server = await serve((_, response) => {
      response.write(done);
      setTimeout(() => controller.abort(), 50);
    });
    const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest, {
      signal: controller.signal,
    });
    expect(outcome).toMatchObject({ status: "unknown", because: "aborted", raw: { body: done } });
  });

  test("a signal used for many calls collects no listeners", async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const { addEventListener, removeEventListener } = signal;
    Object.assign(signal, {
      addEventListener: (...event: Parameters<typeof addEventListener>) => {
        listening += 1;
        addEventListener.apply(signal, event);
      },
      removeEventListener: (...event: Parameters<typeof removeEventListener>) => {
        listening -= 1;
        removeEventListener.apply(signal, event);
      },
    });
    const server = await serve((_, response) => response.end(done));
    const client = acorn({ baseUrl: server.baseUrl });
    for (let i = 0; i < 5; i += 1) await client.refund(acornRequest, { signal });
    expect(listening).toBe(0);
  });
});
