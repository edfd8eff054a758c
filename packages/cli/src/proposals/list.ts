/** Every proposal, with what became of it. */
import type { Refunds } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { knownRefund, refusalOf } from "../request/known-refund.ts";
import { proposalIds, readProposal } from "./files.ts";
import { checkedProposal, type Proposal } from "./proposal.ts";

export interface ListedProposal {
  readonly id: string;
  /** `waiting`, `invalid`, or what the journal has of its key. */
  readonly status: string;
  /** Why it is invalid. */
  readonly message?: string;
  /** Only of a proposal that is what its id stands for. */
  readonly proposal?: Proposal;
}

export async function listProposals(
  config: LoadedConfig,
  refunds: Pick<Refunds<never>, "check" | "get">,
): Promise<readonly ListedProposal[]> {
  const listed: ListedProposal[] = [];
  for (const id of proposalIds(config)) listed.push(await look(config, refunds, id));
  return listed;
}

async function look(
  config: LoadedConfig,
  refunds: Pick<Refunds<never>, "check" | "get">,
  id: string,
): Promise<ListedProposal> {
  try {
    const proposal = readProposal(config, id);
    const checked = checkedProposal(config, refunds, proposal);
    const record = await refunds.get(checked.key);
    const refusal = refusalOf(knownRefund(checked, record), checked, record);
    if (refusal !== undefined) return { id, status: "invalid", message: `Its key ${refusal}.` };
    return { id, status: record?.status ?? "waiting", proposal };
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== "CliError" && name !== "RefundError") throw error;
    return { id, status: "invalid", message };
  }
}
