import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, expect, onTestFinished, test } from "vitest";
import { simulators } from "../../src/generated/simulators.ts";
import { createSandboxOf, type SandboxOptions } from "../../src/sandbox.ts";
import { serve } from "../../src/server.ts";
import { refund } from "../fixtures/interfaces.ts";
import { tables } from "../fixtures/tables.ts";

async function start(options: SandboxOptions = {}) {
  const sandbox = await createSandboxOf(tables, options);
  const server = await serve(sandbox);
  onTestFinished(() => server.close());
  const { url } = server;
  const page = async () => (await fetch(url)).text();
  const switchOn = (body: unknown) =>
    fetch(`${url}/faults`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const faults = async () => (await (await fetch(`${url}/state.json`)).json()).faults;
  const send = async (fault?: string) =>
    (await fetch(`${url}/bearer/v1/refund`, refund(fault))).headers.get("x-refunds-fault");
  return { sandbox, url, page, switchOn, faults, send };
}

describe("requests and refunds", () => {
  test("are listed, newest first, with the verdict and the content of each request", async () => {
    const { page, send, url } = await start();
    expect(await page()).toContain("No request yet.");
    await send("html_5xx_after");
    await fetch(`${url}/bearer/v1/refund`, {
      ...refund(),
      body: '{"paymentId":"<b>","cents":"1"}',
    });
    const text = await page();
    expect(text).toContain("So far 2 requests and 1 refund.");
    expect(text.indexOf('id="request-2"')).toBeLessThan(text.indexOf('id="request-1"'));
    expect(text).toContain("id <code>p-1</code>");
    expect(text).toContain("<div>1.00 CAD</div>");
    expect(text).toContain("<div>HTTP 502</div>");
    expect(text).toContain("<code>html_5xx_after</code>");
    expect(text).toContain('<span class="moved">refunded</span>');
    expect(text).toContain("payment_not_found</span> <small>no payment has");
    expect(text).toContain("{&quot;paymentId&quot;:&quot;&lt;b&gt;&quot;");
    expect(text).not.toContain("<b>");
  });

  test("a pending refund has buttons that end it, and its notifications are listed", async () => {
    const to = () => new Response(null, { status: 500 });
    const table = simulators.filter(({ provider }) => provider === "stripe");
    const sandbox = await createSandboxOf(table, { notify: { to, retryMs: 0 } });
    const server = await serve(sandbox);
    onTestFinished(() => server.close());
    const [stripe] = sandbox.providers;
    const pending = stripe?.payments.find(({ always }) => always === "pending");
    const example = pending && (await stripe?.exampleRefund(`${server.url}/stripe`));
    if (!pending || !example) throw new Error("no pending payment");
    const { url, ...init } = example;
    const body = String(init.body).replace(/payment_intent=\w+/, () => {
      return `payment_intent=${pending.payment.paymentIntent}`;
    });
    await fetch(url, { ...init, body } as RequestInit);
    await sandbox.notified();
    const page = async () => (await fetch(server.url)).text();
    const before = await page();
    expect(before).toContain("<div>HTTP 500, HTTP 500, HTTP 500, HTTP 500, HTTP 500</div>");
    const [, data = ""] = /data-finish="([^"]+)">Finish: failed/.exec(before) ?? [];
    const asked = data.replaceAll("&quot;", '"');
    await fetch(`${server.url}/finish`, { method: "POST", body: asked });
    expect(sandbox.refunds[0]?.status).toBe("failed");
    expect(await page()).not.toContain("data-finish");
  });

  test("a refund that ends changes the page, also without a notification", async () => {
    const table = simulators.filter(({ provider }) => provider === "adyen");
    const sandbox = await createSandboxOf(table);
    const server = await serve(sandbox);
    onTestFinished(() => server.close());
    const example = await sandbox.providers[0]?.exampleRefund(`${server.url}/adyen`);
    if (!example) throw new Error("no example");
    const { url, ...init } = example;
    await fetch(url, init as RequestInit);
    const etag = async () =>
      /data-version="([^"]+)"/.exec(await (await fetch(server.url)).text())?.[1];
    const before = await etag();
    expect(sandbox.refunds[0]?.status).toBe("pending");
    await sandbox.finish("adyen", 1, "succeeded");
    expect(await etag()).not.toBe(before);
  });

  test("the endpoints of a provider are listed, and what always can be", async () => {
    const { page } = await start();
    const text = await page();
    expect(text).toContain("refund: <code>POST /v1/refund</code>");
    expect(text).toMatch(/can have <code>always<\/code>: [^<]*exceeds_refundable/);
  });

  test("are limited to the latest 50", async () => {
    const { page, sandbox } = await start();
    for (let nth = 0; nth < 51; nth++) {
      await sandbox.fetch("http://localhost/bearer/v1/refund", refund());
    }
    const text = await page();
    expect(text).toContain("Requests received, the latest 50 of 51");
    expect(text).toContain("Refunds that moved money, the latest 50 of 51");
    expect(text).toContain('id="request-51"');
    expect(text).not.toContain('id="request-1"');
  });

  test("an unchanged page is answered with 304", async () => {
    const { url, page, send, switchOn } = await start();
    const [, version] = /data-version="([^"]+)"/.exec(await page()) ?? [];
    const again = async () =>
      (await fetch(url, { headers: { "if-none-match": `"${version}"` } })).status;
    expect(await again()).toBe(304);
    await switchOn({ fault: "cut" });
    expect(await again()).toBe(200);
    await fetch(`${url}/faults`, { method: "DELETE" });
    await send();
    expect(await again()).toBe(200);
    // The state after a reset is a new version.
    await fetch(`${url}/reset`, { method: "POST" });
    expect(await again()).toBe(200);
  });
});

describe("fault switches", () => {
  test("apply a fault to the next requests that they match, and to no others", async () => {
    const { switchOn, faults, send, page, sandbox } = await start();
    expect((await switchOn({ provider: "form", fault: "cut" })).status).toBe(204);
    await switchOn({ provider: "bearer", operation: "query", fault: "drip" });
    await switchOn({ provider: "bearer", fault: "html_5xx_before", count: 2 });
    expect(await page()).toContain("</code>: the next 2 requests to Bearer");
    expect(await send()).toBe("html_5xx_before");
    expect(await faults()).toEqual([
      { provider: "form", fault: "cut", count: 1 },
      { provider: "bearer", operation: "query", fault: "drip", count: 1 },
      { provider: "bearer", fault: "html_5xx_before", count: 1 },
    ]);
    expect(await send("unseen_status")).toBe("unseen_status");
    expect(await send()).toBe("html_5xx_before");
    expect(await send()).toBe(null);
    expect(sandbox.requests).toHaveLength(4);
  });

  test("take precedence over the plan, which still counts the requests", async () => {
    const { switchOn, send } = await start({
      faults: [
        { nth: 1, fault: "another_payment" },
        { nth: 2, fault: "unseen_status" },
      ],
    });
    await switchOn({ fault: "twice_the_amount" });
    expect([await send(), await send(), await send()]).toEqual([
      "twice_the_amount",
      "unseen_status",
      null,
    ]);
  });

  test.each(["DELETE /faults", "POST /reset"])("%s removes all switches", async (route) => {
    const { switchOn, faults, url } = await start();
    await switchOn({ fault: "cut", count: 3 });
    const [method = "", path] = route.split(" ");
    expect((await fetch(url + path, { method })).status).toBe(204);
    expect(await faults()).toEqual([]);
  });

  test.each<[unknown, string]>([
    ["fault=cut", "The body must be JSON, such as"],
    [{}, 'Unknown fault "undefined". Use one of refuse, hang_before,'],
    [{ fault: "refuse" }, 'The fault "refuse" cannot be switched on'],
    [{ fault: "cut", count: 0 }, "count is 0. It must be an integer above 0."],
    [{ fault: "cut", count: "2" }, 'count is "2".'],
    [{ fault: "cut", provider: "missing" }, 'provider is "missing". It must be one of bearer,'],
    [
      { fault: "cut", operation: "void" },
      'operation is "void". It must be one of refund, query, token.',
    ],
    [{ fault: "cut", nth: 2 }, 'Unknown field "nth". Use fault, count, provider, operation.'],
  ])("%j is rejected with a message", async (body, message) => {
    const { switchOn, faults } = await start();
    const answer = await switchOn(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
    expect(await faults()).toEqual([]);
  });
});

describe("the page's script", () => {
  test("is the only one that may run, and the page cannot be framed", async () => {
    const { url } = await start();
    const answer = await fetch(url);
    const text = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const hash = (of: string) => createHash("sha256").update(of).digest("base64");
    expect(policy).toContain(`script-src 'sha256-${hash(script)}';`);
    expect(policy).toContain(`style-src 'sha256-${hash(style)}';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/ (style|on\w+)="/);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("is valid, and the page has every id that it uses", async () => {
    const { page, switchOn } = await start();
    await switchOn({ fault: "cut" });
    const text = await page();
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
    new Script(script);
    const ids = [...script.matchAll(/byId\("([\w-]+)"\)|\.id === "(\w+)"/g)].map(
      ([, found, clicked]) => found ?? clicked,
    );
    expect(new Set(ids)).toEqual(
      new Set(["message", "reset", "clear", "switch", "fault-description"]),
    );
    for (const id of ids) expect(text).toContain(`id="${id}"`);
    const all = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  test("has content to copy next to every copy button", async () => {
    const { page } = await start();
    const text = await page();
    const buttons = text.match(/class="copy"/g) ?? [];
    const copyable = text.match(/<div class="copyable">(<code>|<pre|<details>.*?<pre>)/gs) ?? [];
    expect(buttons.length).toBeGreaterThan(3 * tables.length);
    expect(copyable).toHaveLength(buttons.length);
  });
});

test("the code sample sets plainHttpHosts if the host is not loopback", async () => {
  const sandbox = await createSandboxOf(tables);
  const server = await serve(sandbox, { allowHosts: ["sandbox"] });
  onTestFinished(() => server.close());
  const { request } = await import("node:http");
  const page = await new Promise<string>((resolve) => {
    request(server.url, { headers: { host: "sandbox:4010" } }, async (response) => {
      let text = "";
      for await (const piece of response) text += piece;
      resolve(text);
    }).end();
  });
  expect(page).toContain("baseUrl: &quot;http://sandbox:4010/bearer&quot;,");
  expect(page).toContain("plainHttpHosts: [&quot;sandbox&quot;],");
  expect(await (await fetch(server.url)).text()).not.toContain("plainHttpHosts");
});
