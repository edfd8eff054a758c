import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRefunds, stripe } from "refunds";
import { expect, onTestFinished, test } from "vitest";
import { newFolder, run, start } from "./support/cli.ts";

test("listen sends what the sandbox reports to a webhook, until a pending refund has succeeded", async () => {
  const taken: unknown[] = [];
  const webhook = createServer(async (req, res) => {
    const body = Buffer.concat(await req.toArray());
    const { headers, url = "" } = req;
    const { response, refunds: found } = await refunds.notification("shop", { headers, body, url });
    taken.push([url, found.map(({ key }) => key)]);
    res.writeHead(response.status).end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void webhook.close());
  await once(webhook, "listening");
  const { port } = webhook.address() as AddressInfo;
  const forward = `http://127.0.0.1:${port}/webhooks/{provider}`;
  const config = { accounts: { shop: { provider: "stripe", environment: "test" } } };
  const folder = newFolder({ "refunds.config.mjs": `export default ${JSON.stringify(config)};\n` });
  const { child, printing, ended } = start(folder, [
    ...["listen", "--forward", forward, "--finish-after", "50"],
    ...["--", "--port", "0"],
  ]);
  onTestFinished(() => void child.kill("SIGTERM"));
  const [sandboxUrl = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(await printing("payments")) ?? [];
  const refunds = createRefunds({
    accounts: {
      shop: stripe({
        baseUrl: `${sandboxUrl}/stripe`,
        secretKey: "sk_test_sandbox",
        webhookSecret: "whsec_sandbox",
      }),
    },
  });
  const outcome = await refunds.refund({
    account: "shop",
    key: "order-1042/refund-1",
    payment: { paymentIntent: "pi_5" },
  });
  expect(outcome.status).toBe("pending");
  await printing("stripe notification 2, refund 1 succeeded: answered 200");
  expect((await refunds.get("order-1042/refund-1"))?.outcome?.status).toBe("succeeded");
  const refund = ["/webhooks/stripe", ["order-1042/refund-1"]];
  expect(taken).toEqual([refund, refund]);
  child.kill("SIGTERM");
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  // Only those of the configured accounts.
  expect(stdout.match(/base URL/g)).toHaveLength(1);
});

test("sandbox passes options on, with and without --", async () => {
  const helps = await Promise.all([
    run(newFolder(), ["sandbox", "--fault", "nonsense", "--seed", "7"]),
    run(newFolder(), ["sandbox", "--", "--fault", "nonsense"]),
  ]);
  for (const { code, stderr } of helps) {
    expect([code, stderr]).toEqual([2, expect.stringContaining("Unknown fault. Must be one of")]);
  }
});

test("without --forward it says what is missing", async () => {
  const { code, stderr } = await run(newFolder(), ["listen"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("--forward <url>")]);
});
