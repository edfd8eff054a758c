/** A refund that someone proposed. It moves no money until a person approves it. */
import { createHash } from "node:crypto";
import type { CheckedRefundRequest, Refunds } from "refunds";
import type { LoadedConfig } from "../config/load-config.ts";
import { refuse } from "../errors.ts";
import type { ReadRequest } from "../request/read-request.ts";

/** A proposal as its file holds it. */
export interface Proposal {
  /** The digest of what would be sent. It is the file's name, too. */
  readonly id: string;
  readonly proposedAt: string;
  readonly request: ReadRequest;
}

/**
 * The digest of exactly what would be sent, and where to. So an id stands for one request: if the file, or the account's
 * provider or environment in the configuration, changes after a person saw it, the id no longer fits.
 */
export function proposalId(config: LoadedConfig, checked: CheckedRefundRequest): string {
  const { account, provider, key, request } = checked;
  const { environment, baseUrl } = config.accounts[account] ?? {};
  const sent = { account, provider, environment, baseUrl, key, request };
  return createHash("sha256").update(sortedJson(sent)).digest("hex").slice(0, 32);
}

/** What is sent for a proposal: only what its id stands for. */
export const sentOf = ({ account, key, request }: CheckedRefundRequest): ReadRequest => ({
  account,
  key,
  ...request,
});

/**
 * Checks a proposal against its id and the configuration.
 * @throws {CliError} if it is not what its id stands for
 * @throws {RefundError} if the request is invalid
 */
export function checkedProposal(
  config: LoadedConfig,
  refunds: Pick<Refunds<never>, "check">,
  { id, request }: Proposal,
): CheckedRefundRequest {
  const checked = refunds.check(request as never);
  const sent = sentOf(checked);
  // What `check()` takes and does not return, a person is not shown.
  const isWhole = Object.keys(request).every((name) => Object.hasOwn(sent, name));
  if (isWhole && proposalId(config, checked) === id) return checked;
  return refuse(
    "changed_proposal",
    `Proposal ${id} was changed, or its account has another provider or environment now. What would be sent is not what was proposed. Let it be proposed again. Nothing was sent.`,
  );
}

/** The same text for the same value, whatever the order of its fields. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
