import { expect, test, vi } from "vitest";
import { isNode, streamOf } from "../src/exchange/runtime.ts";
import { acorn, acornRequest } from "./support/acorn.ts";
import { serve } from "./support/loopback.ts";

const node = { process: { versions: { node: "24.21.0" } } };

test.each([
  ["Node", node, true],
  ["Node with another runtime's navigator", { ...node, navigator: { userAgent: "Bun/1" } }, true],
  ["Node within jsdom", { ...node, navigator: { userAgent: "jsdom" }, window: {} }, true],
  ["Next's local edge runtime", { EdgeRuntime: "edge-runtime", process: { env: {} } }, true],
  ["Deno, which has Node's version", { ...node, Deno: { version: { deno: "2.9.6" } } }, false],
  ["Bun, which has Node's version", { ...node, Bun: { version: "1.4.5" } }, false],
  ["workerd", { navigator: { userAgent: "Cloudflare-Workers" } }, false],
  ["workerd with a polyfilled process", { process: { env: {}, versions: {} } }, false],
  ["a browser", { navigator: { userAgent: "Mozilla/5.0" }, window: {} }, false],
  ["a browser that calls itself Node", { navigator: { userAgent: "Node.js/24" } }, false],
] as const)("%s", (_, scope, is) => {
  expect(isNode(scope)).toBe(is);
});

test("the body is a stream of the runtime, also after a polyfill replaced the class", async () => {
  const of = (text: string) => streamOf(new TextEncoder().encode(text), () => {});
  const [first, own] = [of("first"), ReadableStream];
  vi.stubGlobal("ReadableStream", class {});
  const second = of("second");
  vi.unstubAllGlobals();
  expect(second).toBeInstanceOf(own);
  expect(await new Response(first).text()).toBe("first");
  expect(await new Response(second).text()).toBe("second");
  expect(await new Response(of("")).text()).toBe("");
});

test("with a polyfilled navigator a refund is sent once, even after a 421", async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  const server = await serve((_, response) => response.writeHead(421).end("{}"));
  Object.defineProperty(globalThis, "navigator", {
    configurable: true,
    value: { userAgent: "Mozilla/5.0" },
  });
  try {
    await acorn({ baseUrl: server.baseUrl }).refund(acornRequest);
  } finally {
    Object.defineProperty(globalThis, "navigator", own ?? { value: undefined });
  }
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
});
