/** Defects in how requests are sent again under their keys, for schedules of providers that remember keys. */
import type { EvidenceTable } from "@refunds/core/provider";
import type { Account } from "refunds";
import { defectiveAccount, defectiveKeys, type KeyDefect, keyDefects } from "../keys/defects.ts";

const {
  "after-the-window": afterTheWindow,
  "from-the-last-send": fromTheLastSend,
  "another-key": anotherKey,
  "front-believed": frontBelieved,
} = keyDefects;

export const resendDefects = {
  "after-the-window": afterTheWindow,
  "from-the-last-send": fromTheLastSend,
  "another-key": anotherKey,
  "front-believed": frontBelieved,
  "another-body": "a request is sent again with another amount",
} as const;

export type ResendDefect = keyof typeof resendDefects;

export const resendDefectNames = Object.keys(resendDefects) as readonly ResendDefect[];

export const isResendDefect = (defect: string | undefined): defect is ResendDefect =>
  defect !== undefined && Object.hasOwn(resendDefects, defect);

/** Those that `npm run safety -- keys` inserts, too. */
export const asKeyDefect = (defect: string | undefined): KeyDefect | undefined =>
  isResendDefect(defect) && defect !== "another-body" ? defect : undefined;

type Evidence = EvidenceTable;

/** The client, with a defect in what it says of keys, in what it sends or in how it reads answers. */
export function resendingWrongly(client: Account, defect: ResendDefect): Account {
  if (defect === "another-body") return withAnotherBody(client);
  const { evidence } = client as { readonly evidence?: Evidence };
  const sameKey = evidence?.sameKey && defectiveKeys(evidence.sameKey, defect);
  const changed = sameKey ? { ...client, evidence: { ...evidence, sameKey } } : client;
  return defectiveAccount(changed as Account, defect);
}

type Request = { readonly key?: string; readonly amount?: { readonly value: number } };

function withAnotherBody(client: Account): Account {
  const refund = client.refund as (...given: unknown[]) => ReturnType<Account["refund"]>;
  const sent = new Set<string>();
  return {
    ...client,
    refund(request: Request, ...rest: unknown[]) {
      const { key = "", amount } = request;
      const isAgain = sent.has(key);
      sent.add(key);
      const another = amount && { ...amount, value: amount.value - 1 };
      return refund(isAgain && another ? { ...request, amount: another } : request, ...rest);
    },
  } as unknown as Account;
}
