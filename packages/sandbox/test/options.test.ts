import { describe, expect, test } from "vitest";
import { signTestNotification, type TestNotification } from "../src/index.ts";
import { createSandboxOf, type SandboxOptions } from "../src/sandbox.ts";
import { type ServeOptions, serve } from "../src/server.ts";
import { tables } from "./fixtures/tables.ts";

const to = "http://localhost:3000/webhooks/{provider}";

describe("createSandbox() refuses an option that would be ignored", () => {
  test.each<[string, unknown]>([
    ["fault is unknown; use providers, simulators, payments, notify,", { fault: "twice" }],
    ["did you mean faults?", { fault: [] }],
    ["options must be an object", "stripe"],
    ["options must be an object", null],
    [
      'providers is "bearer". It must be a list of names, such as ["bearer"]',
      { providers: "bearer" },
    ],
    ["providers[1] is 7. It must be one of", { providers: ["form", 7] }],
    ["dripMs is -1. It must be milliseconds, from 0 to 86400000", { dripMs: -1 }],
    ['finishAfterMs is "2s". It must be milliseconds', { finishAfterMs: "2s" }],
    ["finishAfterMs is 86400001.", { finishAfterMs: 86_400_001 }],
    ["now is 5. It must be a function", { now: 5 }],
    ["onFault is true. It must be a function", { onFault: true }],
    ["onRequest is true. It must be a function", { onRequest: true }],
    ['uniqueIds is "yes". It must be true or false', { uniqueIds: "yes" }],
    ["notify must be an object", { notify: to }],
    ["notify.to is missing. It must be a URL, such as http://localhost:3000/", { notify: {} }],
    [
      'notify.to is "localhost:3000/x". It must be a URL, such as http://localhost:3000/webhooks/{provider}, or a function',
      { notify: { to: "localhost:3000/x" } },
    ],
    [
      "notify.to has the placeholder {account}. The only one is {provider}, which stands for the provider's name",
      { notify: { to: "http://localhost:3000/{account}" } },
    ],
    [
      "notify.to has the placeholder {}. The only one is {provider}",
      { notify: { to: "http://localhost/{provider}/{}" } },
    ],
    ['notify.fault is "twice". It must be a function', { notify: { to, fault: "twice" } }],
    ["notify.onDelivery is 1. It must be a function", { notify: { to, onDelivery: 1 } }],
    ["notify.retryMs is -5. It must be milliseconds", { notify: { to, retryMs: -5 } }],
    ["notify.lateMs is null. It must be", { notify: { to, lateMs: null } }],
    [
      "notify.retryMS is unknown; use to, fault, onDelivery, lateMs, retryMs; did you mean retryMs?",
      { notify: { to, retryMS: 1 } },
    ],
  ])("%s", async (message, options) => {
    const created = createSandboxOf(tables, options as SandboxOptions);
    await expect(created).rejects.toThrow(message);
    await expect(created).rejects.toMatchObject({ code: "invalid_options" });
  });

  test("with all problems in one message", async () => {
    const options = { providers: ["from"], dripMs: Number.NaN, notify: { to: "x" } };
    const error = await createSandboxOf(tables, options).catch((thrown) => thrown);
    expect(error.problems.map(({ field }: { field: string }) => field)).toEqual([
      "providers[0]",
      "dripMs",
      "notify.to",
    ]);
  });
});

describe("serve() refuses an option that would be ignored", () => {
  test.each<[string, unknown]>([
    ["prot is unknown; use port, host, allowHosts; did you mean port?", { prot: 4010 }],
    ['port is "4010". It must be an integer from 0 to 65535', { port: "4010" }],
    ["host is 1. It must be an address", { host: 1 }],
    ['allowHosts is "sandbox". It must be a list, such as ["sandbox"]', { allowHosts: "sandbox" }],
  ])("%s", async (message, options) => {
    const sandbox = await createSandboxOf(tables);
    await expect(serve(sandbox, options as ServeOptions)).rejects.toThrow(message);
  });
});

describe("signTestNotification() refuses a field that would be ignored", () => {
  const stripe = { provider: "stripe", credentials: { webhookSecret: "whsec" }, body: {} };
  test.each<[string, unknown]>([
    ['provider is "strip"; did you mean stripe? It must be one of adyen, ', { provider: "strip" }],
    ["secret is unknown; use provider, body, credentials, url, headers, at", { secret: "x" }],
    ["body is missing. It must be text or an object", { body: undefined }],
    ["credentials must be an object", { credentials: "whsec" }],
    ["at is 5. It must be a valid Date", { at: 5 }],
  ])("%s", async (message, changed) => {
    const given = { ...stripe, ...(changed as object) } as TestNotification;
    await expect(signTestNotification(given)).rejects.toThrow(message);
  });
});

test("finish() ends a refund in no other way", async () => {
  const sandbox = await createSandboxOf(tables);
  await expect(sandbox.finish("bearer", 1, "failled" as "failed")).rejects.toThrow(
    'as is "failled"; did you mean failed? It must be one of succeeded, failed',
  );
});
