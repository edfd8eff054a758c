/** A `fetch` of the caller's that fails at something else while the refund connects. */
import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { serve } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";
import { lookupAfter, senderOf, senders } from "./support/senders.ts";

restoreOwnDispatcher();

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
  code: "ECONNREFUSED",
  syscall: "connect",
});
const { media: _, ...refund } = acornTable.refund;
const send = refund.send.filter(({ to }) => !to.startsWith("body"));
const bodiless = { ...acornTable, refund: { ...refund, send, echo: [] } };
const cases = senders.flatMap((name) => [
  [name, "a body", acornTable, acornRequest] as const,
  [name, "no body", bodiless, { payment: { id: "pay-1" } }] as const,
]);

/** A server, and a client whose `fetch` fails in each of the first `failures` tries, before the refund is connected. */
async function failing(name: (typeof senders)[number], table: typeof acornTable, failures: number) {
  const server = await serve((_, response) => response.end(JSON.stringify(acornAnswer)));
  const sender = await senderOf(name, lookupAfter(50));
  const tries: Promise<unknown>[] = [];
  const fetch = async (url: string, init: object) => {
    const sent = sender(url, init);
    tries.push(sent.catch(() => {}));
    if (tries.length <= failures) await Promise.reject(refused);
    return sent;
  };
  const baseUrl = server.baseUrl.replace("127.0.0.1", "localhost");
  return { client: acorn({ baseUrl, fetch, timeoutMs: 900 }, table), tries, server };
}

test.each(cases)(
  "%s: a refund with %s that is not sent does not leave afterwards",
  async (...of) => {
    const [name, , table, request] = of;
    const { client, tries, server } = await failing(name, table, 3);
    expect(await client.refund(request)).toMatchObject({
      status: "not_sent",
      because: "not_connected",
    });
    // None ends before its connection stands.
    await Promise.all(tries);
    await new Promise((tick) => setTimeout(tick, 50));
    expect(tries).toHaveLength(2);
    expect(server.arrived).toEqual([]);
  },
);

test.each(cases)("%s: a refund with %s that is sent again arrives once", async (...of) => {
  const [name, , table, request] = of;
  const { client, tries, server } = await failing(name, table, 1);
  expect((await client.refund(request)).status).toBe("succeeded");
  await Promise.all(tries);
  expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
});
