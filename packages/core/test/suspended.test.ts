/** A machine that is suspended while a refund connects. Its timers have not fired when it wakes. */
import { isIP, type LookupFunction } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type AgentClass, agentOfNode } from "../src/exchange/kept-connection.ts";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { serve } from "./support/loopback.ts";
import { restoreOwnDispatcher } from "./support/own-dispatcher.ts";

restoreOwnDispatcher();

type Sent = (url: string, init: object) => Promise<Response>;

const own = async () => ({ fetch: globalThis.fetch as Sent, Agent: agentOfNode() as AgentClass });
const runtimes: [string, () => Promise<unknown>][] = [
  ["Node", own],
  ["undici6", () => import("undici6")],
  ["undici7", () => import("undici7")],
  ["undici8", () => import("undici8")],
];

/** Sleeps for an hour in place of asking for the address of a host. */
const sleeping: LookupFunction = (_host, { all }, found) => {
  const now = Date.now;
  onTestFinished(() => {
    Date.now = now;
  });
  Date.now = () => now() + 3_600_000;
  const address = "127.0.0.1";
  setTimeout(() =>
    all ? found(null, [{ address, family: isIP(address) }]) : found(null, address, 4),
  );
};

const { media: _, ...refund } = acornTable.refund;
const send = refund.send.filter(({ to }) => !to.startsWith("body"));
const bodiless = { ...acornTable, refund: { ...refund, send, echo: [] } };

test.each(
  runtimes.flatMap(([name, load]) => [
    [name, "a body", load, acornTable, acornRequest] as const,
    [name, "no body", load, bodiless, { payment: { id: "pay-1" } }] as const,
  ]),
)(
  "%s: a refund with %s does not leave an hour later",
  async (_name, _body, load, table, request) => {
    const server = await serve((_, response) => response.end(JSON.stringify(acornAnswer)));
    const { fetch, Agent } = (await load()) as { fetch: Sent; Agent: AgentClass };
    const dispatcher = new Agent({ connect: { lookup: sleeping } });
    onTestFinished(() => dispatcher.destroy());
    const outcome = await acorn(
      {
        baseUrl: server.baseUrl.replace("127.0.0.1", "localhost"),
        fetch: (url: string, init: object) => fetch(url, { ...init, dispatcher }),
      },
      table,
    ).refund(request);
    expect(outcome).toMatchObject({ status: "unknown", because: "timeout" });
    // A request that had begun would arrive by now.
    await new Promise((tick) => setTimeout(tick, 50));
    expect(server.arrived).toEqual([]);
  },
);
