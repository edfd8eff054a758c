/** A machine that is suspended while a refund connects. Its timers have not fired when it wakes. */
import type { LookupFunction } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { serve } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";
import { lookupAfter, senderOf, senders } from "./support/senders.ts";

restoreOwnDispatcher();

/** Sleeps for an hour in place of asking for the address of a host. */
const sleeping: LookupFunction = (...asked) => {
  const now = Date.now;
  onTestFinished(() => {
    Date.now = now;
  });
  Date.now = () => now() + 3_600_000;
  lookupAfter(1)(...asked);
};

/** A provider whose host has a name. */
async function answering() {
  const { baseUrl, arrived } = await serve((_, response) =>
    response.end(JSON.stringify(acornAnswer)),
  );
  return { baseUrl: baseUrl.replace("127.0.0.1", "localhost"), arrived };
}

const { media: _, ...refund } = acornTable.refund;
const send = refund.send.filter(({ to }) => !to.startsWith("body"));
const bodiless = { ...acornTable, refund: { ...refund, send, echo: [] } };

test.each(
  senders.flatMap((name) => [
    [name, "a body", acornTable, acornRequest] as const,
    [name, "no body", bodiless, { payment: { id: "pay-1" } }] as const,
  ]),
)("%s: a refund with %s does not leave an hour later", async (name, _body, table, request) => {
  const server = await answering();
  const fetch = await senderOf(name, sleeping);
  const outcome = await acorn({ baseUrl: server.baseUrl, fetch }, table).refund(request);
  expect(outcome).toMatchObject({ status: "unknown", because: "timeout" });
  // A request that had begun would arrive by now.
  await new Promise((tick) => setTimeout(tick, 50));
  expect(server.arrived).toEqual([]);
});

// As dd-trace does. Reading the body is then no sign of a connection, and core learns of no other.
test.each(senders)(
  "%s: a refund of which a Request was made leaves an hour later",
  async (name) => {
    const server = await answering();
    const { Request } = name === "Node" ? globalThis : await import(name);
    const sender = await senderOf(name, sleeping);
    const fetch = (url: string, init: object) => sender(new Request(url, init), {});
    await acorn({ baseUrl: server.baseUrl, fetch }).refund(acornRequest);
    expect(server.arrived).toEqual(["POST /payments/pay-1/refund"]);
  },
);
