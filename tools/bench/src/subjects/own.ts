/** The clients of this repository, and the facade in front of them. */
import { createRefunds, type ListRequest } from "refunds";
import { journalOf } from "./journals.ts";
import { ownClient } from "./own-client.ts";
import { assertSucceeded, type Subject } from "./subject.ts";

export const own: Subject = async (given) => {
  const client = ownClient(given);
  return async (n) => assertSucceeded((await client.refund(given.sample.given(n) as never)).status);
};

/** So many refunds, then another journal: one in memory grows without end. */
const mostRefunds = 1_000;

export const facade: Subject = async (given) => {
  const { sample, options } = given;
  const { perPayment = 1, journal = "memory" } = options;
  const accounts = { main: ownClient(given) };
  const make = async () => createRefunds({ accounts, journal: await journalOf(given) });
  let refunds = await make();
  return async (n) => {
    if (journal === "memory" && n % mostRefunds === 0) refunds = await make();
    const request = sample.given(n, Math.floor(n / perPayment));
    assertSucceeded((await refunds.refund({ account: "main", ...request })).status);
  };
};

/** A page of a list, each time the next one; after the last one the first again. */
export const page: Subject = async (given) => {
  const accounts = { main: ownClient(given) };
  const refunds = createRefunds({ accounts, journal: await journalOf(given) });
  const { status } = given.options;
  let next: ListRequest = {};
  return async () => {
    const { cursor } = await refunds.list({ ...next, ...(status && { status }) });
    next = cursor === undefined ? {} : { cursor };
  };
};
