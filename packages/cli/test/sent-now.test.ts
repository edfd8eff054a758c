/** Only what is sent now says how fast a provider can be asked. What the journal has of an earlier sending does not. */
import { createSandbox } from "@refunds/sandbox";
import { createRefunds, memoryJournal } from "refunds";
import { expect, test, vi } from "vitest";
import { clientsOf, loadProviders } from "../src/config/clients.ts";
import type { LoadedConfig } from "../src/config/load-config.ts";
import type { RowRequest } from "../src/csv/row-request.ts";
import { refundRow } from "../src/run/refund-row.ts";
import type { Session } from "../src/session.ts";

const ids = Array.from({ length: 6 }, (_, at) => `pay_order${at}`);

/** Six payments, and what sends their refunds: row by row, or without asking what became of them. */
async function openSession() {
  const amount = { value: 1000, currency: "CAD" } as const;
  const payments = ids.map((id) => ({ payment: { oriPaymentId: id }, amount }));
  const sandbox = await createSandbox({ providers: ["ottpay"], payments: { ottpay: payments } });
  const [credentials] = sandbox.provider("ottpay").credentials;
  const account = { provider: "ottpay", environment: "test", fetch: sandbox.fetch, ...credentials };
  const config = { file: "", accounts: { shop: account }, variables: new Map() };
  const limits = { tooManyRequests: vi.fn(), sent: vi.fn(), asked: vi.fn() };
  const loaded = config as unknown as LoadedConfig;
  const accounts = clientsOf(loaded, await loadProviders(loaded), limits);
  const refunds = createRefunds({ accounts, journal: memoryJournal() });
  const session = { config, accounts, refunds } as unknown as Session;
  const requestOf = (oriPaymentId: string) =>
    ({
      ...{ account: "shop", key: `refund-of-${oriPaymentId}`, amount },
      payment: { oriPaymentId },
    }) as unknown as RowRequest;
  const send = () => Promise.all(ids.map((id) => refunds.refund(requestOf(id))));
  const run = async () => {
    const found: string[] = [];
    for (const id of ids) {
      found.push((await refundRow(session, { request: requestOf(id), by: "Ana" })).outcome.status);
    }
    return found;
  };
  const said = () => limits.sent.mock.calls.map(([, { status }]) => status);
  return { sandbox, limits, send, run, said };
}

const all = (status: string) => ids.map(() => status);

test("a file that is run again to settle its rows tells nothing of what only the journal has", async () => {
  const { sandbox, limits, send, run, said } = await openSession();
  const lost = { fault: "reset_after", operation: "refund" } as const;
  sandbox.inject(ids.map((_, at) => ({ ...lost, nth: at + 1 })));
  await send();
  expect(said()).toEqual(all("unknown"));
  expect(await run()).toEqual(all("succeeded"));
  expect(await run()).toEqual(all("succeeded"));
  expect(said()).toEqual(all("unknown"));
  expect(limits.asked).toHaveBeenCalledTimes(6);
});
