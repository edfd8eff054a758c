/** Writes a proposal. Nothing is sent, and the journal does not change. */
import { refuse } from "../errors.ts";
import { sentText } from "../output/sent-text.ts";
import { proposalIds, readProposal, writeProposal } from "../proposals/files.ts";
import { checkKeyForm } from "../proposals/key-form.ts";
import { proposalId } from "../proposals/proposal.ts";
import { knownRefund, refusalOf } from "../request/known-refund.ts";
import { readRequest } from "../request/read-request.ts";
import type { Session } from "../session.ts";

/** A refund that an assistant proposes. */
export interface ProposedRefund {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string>>;
  /** `full`, or a decimal with its currency: `10.50 EUR`. */
  readonly amount: string;
  readonly reason?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** @throws {CliError | RefundError} if it is not a valid refund, or its key belongs to another one */
export async function propose(session: Session, given: ProposedRefund): Promise<object> {
  const { config, refunds } = session;
  // By name: a program may pass more, such as what is left of the payment.
  const { account, key, payment, amount, reason, extra } = given;
  checkKeyForm(key);
  const request = readRequest(config, {
    ...{ account, key, payment, ...moneyIn(amount) },
    ...(reason !== undefined && { reason }),
    ...(extra && { extra }),
  });
  const checked = refunds.check(request);
  const record = await refunds.get(checked.key);
  const known = knownRefund(checked, record);
  if (known === "key_conflict") {
    return refuse(
      "invalid_request",
      `The key ${JSON.stringify(key)} belongs to another refund. Look at it with show_refund; do not choose another key to get around it. Nothing was proposed.`,
    );
  }
  const refusal = refusalOf(known, checked, record);
  if (refusal !== undefined) {
    return refuse(
      "invalid_request",
      `The key ${JSON.stringify(given.key)} ${refusal}. Nothing was proposed.`,
    );
  }
  if (known === "recorded") {
    return { proposed: false, why: "The journal has this refund already.", status: record?.status };
  }
  const id = proposalId(config, checked);
  const others = otherProposals(session, key, id);
  writeProposal(config, { id, proposedAt: new Date().toISOString(), request });
  return {
    proposed: true,
    sent: false,
    id,
    next: `A person looks at it and approves it: npx refunds approve ${id}`,
    wouldSend: sentText(config, checked).split("\n"),
    ...(others.length > 0 && { sameKey: others, note: "Only one proposal of a key can be sent." }),
  };
}

function moneyIn(text: string) {
  if (text === "full") return {};
  const [, amount, currency] = /^(\S+) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount === undefined || currency === undefined) {
    return refuse(
      "invalid_request",
      'amount must be a decimal with its currency, such as "10.50 EUR", or "full". Nothing was proposed.',
    );
  }
  return { amount: { amount, currency } };
}

function otherProposals({ config }: Session, key: string, id: string): readonly string[] {
  return proposalIds(config).filter((other) => {
    if (other === id) return false;
    try {
      return readProposal(config, other).request?.key === key;
    } catch {
      return false;
    }
  });
}
