import { describe, expect, onTestFinished, test } from "vitest";
import { acorn, acornAnswer, acornRequest, withSignature } from "./support/acorn.ts";
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

  // Noise only ever makes it slower, so the best of several tries counts.
  test("an answer that drips: every byte in time, the whole not", { retry: 4 }, async () => {
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

describe("a clock that is set during a call", () => {
  const hour = 3_600_000;
  const setBy = (ms: number) => {
    const now = Date.now;
    onTestFinished(() => {
      Date.now = now;
    });
    Date.now = () => now() + ms;
  };
  const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });

  test("back by five hours: the call ends when its time is up, and tries no more than that allows", async () => {
    let tries = 0;
    const fetch = async () => {
      tries += 1;
      setBy(-5 * hour);
      throw refused;
    };
    const outcome = await acorn({ fetch, timeoutMs: 400 }).refund(acornRequest);
    expect(outcome).toMatchObject({ status: "not_sent", because: "not_connected" });
    expect(tries).toBe(1);
  });

  test("back by five hours: an answer that never comes is not waited for", {
    retry: 4,
  }, async () => {
    const server = await serve(() => setBy(-5 * hour));
    const startedAt = performance.now();
    expect(await refundOf(server, 200)).toMatchObject({ status: "unknown", because: "timeout" });
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });

  // Its monotonic clock stood still meanwhile, and so did its timers.
  test("a machine that was suspended before the request left does not send it an hour later", async () => {
    let tries = 0;
    const fetch = async () => {
      tries += 1;
      return new Response(done);
    };
    const client = acorn({ fetch, signingKey: "a-signing-key" }, withSignature(hmac));
    const { sign } = crypto.subtle;
    onTestFinished(() => {
      crypto.subtle.sign = sign;
    });
    crypto.subtle.sign = (...given) => {
      setBy(hour);
      return sign.apply(crypto.subtle, given);
    };
    expect(await client.refund(acornRequest)).toMatchObject({
      status: "not_sent",
      because: "timeout",
      retryable: true,
    });
    expect(tries).toBe(0);
  });
});

const hmac = {
  algorithm: "HMAC-SHA-256",
  key: "credentials.signingKey",
  over: ["body"],
  encoding: "hex",
  to: "header.X-Signature",
} as const;

describe("abort", () => {
  test("before: not sent, nothing arrives", async () => {
    const server = await serve((_, response) => response.end(done));
    const outcome = await acorn({ baseUrl: server.baseUrl }).refund(acornRequest, {
      signal: AbortSignal.abort("why"),
    });
    expect(outcome).toMatchObject({ status: "not_sent", because: "aborted", retryable: true });
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
