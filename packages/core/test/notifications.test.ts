import { bySameSignature, notificationReader, secretKey } from "@refunds/core/notifications";
import { describe, expect, test } from "vitest";
import { asSigned, header, message, now, read, secret, table, text } from "./support/notified.ts";

const believed = {
  verified: true,
  delivery: "ev_1",
  events: [{ status: "succeeded", key: "k-1" }],
};

describe("a notification that is signed is read", () => {
  const url = "https://shop.example/webhooks";
  const signature = () => header(text);
  const requests: Record<string, () => unknown> = {
    "as a Request": () =>
      new Request(url, { method: "POST", headers: { Signature: signature() }, body: text }),
    "as a Request with a stream": () =>
      new Request(url, {
        method: "POST",
        headers: { Signature: signature() },
        body: new Blob([text]).stream(),
        duplex: "half",
      } as RequestInit),
    "as text, with the headers of Node": () => ({
      headers: { signature: signature() },
      body: text,
    }),
    "as a Buffer, as Express has it": () => ({
      headers: { signature: signature(), host: "shop.example" },
      body: Buffer.from(text),
      url: "/webhooks",
      method: "POST",
    }),
    "with Headers": () => ({ headers: new Headers({ signature: signature() }), body: text }),
    "with a header in a list of one": () => ({ headers: { Signature: [signature()] }, body: text }),
    "with other signatures before it": () => ({
      headers: {
        signature: signature().replace(",v1", `,v1=${"0".repeat(64)},v0=${"1".repeat(64)},v1`),
      },
      body: text,
    }),
  };
  test.each(Object.entries(requests))("%s", async (_, request) => {
    const notification = await read(request());
    expect(notification).toMatchObject(believed);
    expect(notification.response.status).toBe(200);
    expect(notification.response.headers.get("Content-Type")).toBe("text/plain");
    expect(await notification.response.text()).toBe("success");
  });
});

describe("nothing is believed of a notification", () => {
  const compact = JSON.stringify(message);
  const bothCauses =
    /believed: the signature in header\.Signature does not fit: it was made with another secret, or the body was parsed and written again before it was passed on\.$/;
  const flaws: Record<string, [request: unknown, problem: RegExp, status?: number]> = {
    "without a signature": [{ headers: {}, body: text }, /header.Signature holds no signature/],
    "with a part of a signature": [asSigned(text, header(text).slice(0, -1)), /holds no signature/],
    "signed with another secret": [asSigned(text, header(text, { key: "other" })), bothCauses],
    "with a compact body that was signed too long ago": [
      asSigned(compact, header(compact, { time: now() - 301 })),
      /believed: it was signed more than 300 seconds ago, or the clock of this computer is wrong\.$/,
    ],
    "signed with an empty secret": [asSigned(text, header(text, { key: " " })), /does not fit/],
    "with another body": [asSigned(text.replace("1050", "9050"), header(text)), /does not fit/],
    "signed too long ago": [
      asSigned(text, header(text, { time: now() - 301 })),
      /more than 300 seconds ago/,
    ],
    "signed in the future": [
      asSigned(text, header(text, { time: now() + 400 })),
      /clock of this computer/,
    ],
    "of another time": [
      asSigned(text, header(text, { time: now() - 400 }).replace(/t=\d+/, `t=${now()}`)),
      /does not fit/,
    ],
    "without a time": [
      asSigned(text, header(text).replace(/t=\d+,/, "")),
      /more than 300 seconds ago/,
    ],
    "whose header came twice": [
      { headers: { signature: [header(text), header(text)] }, body: text },
      /holds no signature/,
    ],
    "that was parsed and written again": [asSigned(compact, header(text)), bothCauses],
    "that was written again with other indents": [
      asSigned(JSON.stringify(message, null, 4), header(text)),
      bothCauses,
    ],
    "that is not UTF-8": [
      { headers: { signature: header(text) }, body: Uint8Array.of(0xff, 0x7b, 0x7d) },
      /the body is not UTF-8/,
    ],
    "that is too long": [
      asSigned("x".repeat(256 * 1024 + 1)),
      /the body is longer than 256 KiB/,
      413,
    ],
  };
  test.each(Object.entries(flaws))("%s", async (_, [request, problem, status = 401]) => {
    const notification = await read(request);
    expect(notification).toEqual({
      verified: false,
      problem: expect.stringMatching(problem),
      events: [],
      response: expect.anything(),
    });
    expect(notification.response.status).toBe(status);
    expect(await notification.response.text()).toBe("");
    expect(JSON.stringify(notification)).not.toContain(secret);
  });

  test("that is too long, without reading all of it", async () => {
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = { Signature: header(text) };
    const request = new Request("https://shop.example", {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    expect((await read(request)).response.status).toBe(413);
    expect(given).toBeLessThan(20);
  });

  test.each([
    [
      "has a member twice",
      text.replace('"amount"', '"amount": 9050, "amount"'),
      /twice in one object/,
    ],
    ["is not JSON", "done", /is not JSON/],
  ])("that is signed and %s", async (_, body, problem) => {
    const notification = await read(asSigned(body));
    expect(notification).toMatchObject({ verified: true, events: [] });
    expect(notification.problem).toMatch(problem);
    expect(notification.response.status).toBe(400);
  });
});

test("many signatures are not all tried", async () => {
  const many = `v1=${"0".repeat(64)},`.repeat(50);
  const notification = await read(asSigned(text, header(text).replace("v1=", `${many}v1=`)));
  expect(notification).toMatchObject({ verified: false, response: { status: 401 } });
});

describe("what the program does wrong throws", () => {
  const mistakes: Record<string, [request: unknown, problem: object]> = {
    "a parsed body": [
      { headers: { signature: header(text) }, body: message },
      { field: "body", message: expect.stringMatching(/raw body.*express\.raw/) },
    ],
    "no body": [{ headers: {} }, { field: "body" }],
    "no request": [undefined, { field: "request" }],
    "text in place of a request": [text, { field: "request" }],
  };
  test.each(Object.entries(mistakes))("%s", async (_, [request, problem]) => {
    await expect(read(request)).rejects.toMatchObject({
      code: "invalid_request",
      problems: [expect.objectContaining(problem)],
    });
  });

  test("a body that was read before", async () => {
    const request = new Request("https://shop.example", { method: "POST", body: text });
    await request.text();
    await expect(read(request)).rejects.toThrow(/was read before; pass it on unread/);
  });

  test("a missing secret, before anything is read", async () => {
    const reader = notificationReader(table, bySameSignature({ load: secretKey }));
    const context = { provider: "acorn", given: {}, identifiedBy: [] };
    await expect(reader(context, asSigned(text))).rejects.toMatchObject({
      code: "invalid_options",
      problems: [{ field: "webhookSecret", message: expect.stringContaining("is missing") }],
    });
  });
});
