import { describe, expect, test } from "vitest";
import { allFaults, type FaultKind } from "../../src/faults/fault-kind.ts";
import { type FetchResult, fetchResultOf } from "../fixtures/fetch-result.ts";
import { answerText, interfaces, refund } from "../fixtures/interfaces.ts";

const typeError = { is: "[object Error] TypeError", name: "TypeError" };
const reset: FetchResult = {
  thrown: {
    ...typeError,
    message: "fetch failed",
    cause: {
      is: "[object Error]",
      name: "Error",
      message: "read ECONNRESET",
      code: "ECONNRESET",
      errno: -104,
      syscall: "read",
    },
  },
};
const refused: FetchResult = {
  thrown: {
    ...typeError,
    message: "fetch failed",
    cause: {
      is: "[object Error]",
      name: "Error",
      message: "connect ECONNREFUSED 127.0.0.1:<port>",
      code: "ECONNREFUSED",
      errno: -111,
      syscall: "connect",
      address: "127.0.0.1",
    },
  },
};
const cut: FetchResult["reading"] = {
  ...typeError,
  message: "terminated",
  cause: {
    is: "[object Error]",
    name: "SocketError",
    message: "other side closed",
    code: "UND_ERR_SOCKET",
  },
};
const timedOut: FetchResult = {
  thrown: { is: "[object DOMException]", name: "TimeoutError", message: expect.any(String) },
};
const html = { status: 502, type: "text/html", text: expect.stringContaining("<h1>502") };
const redirected = {
  status: 307,
  location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
  text: "",
};
const ok = { status: 200, type: "application/json" };

/** What the caller gets, and whether money moved. `harmless`: this provider's answer has no such field. */
const faults: Record<
  FaultKind,
  { sees: FetchResult; moved: boolean; status?: number; harmless?: true }
> = {
  refuse: { sees: refused, moved: false },
  hang_before: { sees: timedOut, moved: false },
  hang_after: { sees: timedOut, moved: true },
  reset_before: { sees: reset, moved: false },
  reset_after: { sees: reset, moved: true },
  html_5xx_before: { sees: html, moved: false, status: 502 },
  html_5xx_after: { sees: html, moved: true, status: 502 },
  redirect_before: { sees: redirected, moved: false, status: 307 },
  redirect_after: { sees: redirected, moved: true, status: 307 },
  cut: { sees: { ...ok, reading: cut }, moved: true, status: 200 },
  drip: { sees: { ...ok, text: answerText }, moved: true, status: 200 },
  flood: { sees: { ...ok, text: expect.any(String) }, moved: true, status: 200 },
  twice_the_amount: {
    sees: { ...ok, text: '{"ok":true,"refund":{"id":"REF1","cents":"200"}}' },
    moved: true,
    status: 200,
  },
  another_payment: {
    sees: { ...ok, text: answerText },
    moved: true,
    status: 200,
    harmless: true,
  },
  unseen_status: {
    sees: { ...ok, text: '{"ok":"unseen_status","refund":{"id":"REF1","cents":"100"}}' },
    moved: true,
    status: 200,
  },
};

describe.each(interfaces)("through %s", (_, open) => {
  test.each(allFaults)("%s", async (kind) => {
    const { sandbox, fetch, url, server } = await open({ dripMs: 1 });
    const { sees, moved, status, harmless } = faults[kind];
    const signal = kind.startsWith("hang") ? AbortSignal.timeout(300) : null;
    // Over HTTP, another port refuses the connection, so the sandbox records nothing.
    const refusing = kind === "refuse" && server;
    const to = refusing ? `${server.refusedUrl}/bearer/v1/refund` : url;
    const seen = await fetchResultOf(fetch(to, refund(kind, { signal })));
    expect(seen).toMatchObject(sees);
    expect(Object.keys(seen.thrown?.cause ?? {})).toEqual(Object.keys(sees.thrown?.cause ?? {}));
    expect(sandbox.refunds).toHaveLength(moved ? 1 : 0);
    if (refusing) return expect(sandbox.requests).toEqual([]);
    expect(sandbox.requests).toHaveLength(1);
    const [request] = sandbox.requests;
    expect(request).toMatchObject({ fault: kind, moved, arrived: kind !== "refuse" });
    expect([request?.status, request?.harmless]).toEqual([status, harmless]);
    expect(request?.situation).toBe(moved ? "refunded" : "not_judged");
  });

  test("an unknown fault is reported, and the request is not processed", async () => {
    const { sandbox, fetch, url } = await open();
    const message = 'Unknown fault "reset". Use one of refuse, hang_before,';
    const { status, text, thrown } = await fetchResultOf(fetch(url, refund("reset")));
    expect(text ?? thrown?.message).toContain(`x-refunds-fault: ${message}`);
    expect(status).toBe(text && 400);
    expect([sandbox.refunds, sandbox.requests]).toEqual([[], []]);
  });

  test("following a redirect leads to a refused connection, after money has moved", async () => {
    const { sandbox, fetch, url } = await open();
    const { thrown } = await fetchResultOf(
      fetch(url, refund("redirect_after", { redirect: "follow" })),
    );
    expect(thrown?.cause?.code).toBe("ECONNREFUSED");
    expect(sandbox.refunds).toHaveLength(1);
  });

  test('a redirect under redirect: "error" rejects', async () => {
    const { fetch, url } = await open();
    const { thrown } = await fetchResultOf(
      fetch(url, refund("redirect_before", { redirect: "error" })),
    );
    expect(thrown).toEqual({
      ...typeError,
      message: "fetch failed",
      cause: { is: "[object Error]", name: "Error", message: "unexpected redirect" },
    });
  });

  test("a flood is the answer and 100 MB of white space", async () => {
    const { fetch, url } = await open();
    const { body } = await fetch(url, refund("flood"));
    let [size, head] = [0, ""];
    for await (const piece of body as ReadableStream<Uint8Array>) {
      if (size === 0) head = new TextDecoder().decode(piece.subarray(0, answerText.length));
      size += piece.length;
    }
    expect([head, size]).toEqual([answerText, answerText.length + 100_000_000]);
  });

  test("a flood that is not read uses no memory", async () => {
    const { fetch, url } = await open();
    const before = process.memoryUsage().arrayBuffers;
    const { body } = await fetch(url, refund("flood"));
    const reader = body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    await reader?.cancel();
  });

  test("reading a drip rejects when the caller aborts", async () => {
    const { fetch, url } = await open({ dripMs: 20 });
    const controller = new AbortController();
    const { body } = await fetch(url, refund("drip", { signal: controller.signal }));
    const reader = body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    expect((await reader.read()).value).toHaveLength(1);
    controller.abort(new Error("enough"));
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow("enough");
  });

  test("a drip arrives byte by byte", async () => {
    const { fetch, url } = await open({ dripMs: 5 });
    const { body } = await fetch(url, refund("drip"));
    let pieces = 0;
    for await (const _ of body as ReadableStream<Uint8Array>) pieces += 1;
    // The kernel may combine some bytes.
    expect(pieces).toBeGreaterThan(answerText.length / 2);
  });
});
