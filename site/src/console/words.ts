/** What the console says. */
import type { FaultKind } from "@refunds/sandbox";
import type { RefundOutcome } from "refunds";

/** What an outcome means for the person who called. */
export const meanings: Readonly<Record<RefundOutcome["status"], string>> = {
  succeeded: "The provider confirmed the refund, and its answer does not contradict the request.",
  pending: "The provider accepted the refund. The final outcome comes later.",
  declined: "The refund was refused. No money moved.",
  not_sent: "The request did not reach the provider. The same key may be sent again.",
  unknown: "The money may have moved. The same call does not send it again.",
  needs_review: "Two facts about the refund disagree. A person must look.",
  reversed: "It was accepted, and the money came back later.",
};

/** The faults of the menu in groups, in the order in which they are worth trying. */
export const faultGroups: readonly {
  readonly label: string;
  readonly faults: readonly FaultKind[];
}[] = [
  {
    label: "The refund is made, and its reply is lost",
    faults: ["reset_after", "hang_after", "html_5xx_after", "redirect_after", "cut"],
  },
  {
    label: "The refund is not made",
    faults: ["refuse", "reset_before", "hang_before", "html_5xx_before", "redirect_before"],
  },
  {
    label: "The answer is false",
    faults: ["twice_the_amount", "another_payment", "unseen_status"],
  },
  { label: "The answer is odd", faults: ["drip", "flood"] },
];

/** The fault of the button “Lose the reply”. */
export const lostReply: FaultKind = "reset_after";

/** An amount for people: 1050 and EUR are 10.50 EUR. */
export function moneyText(value: number, currency: string): string {
  const { maximumFractionDigits: decimals = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return `${(value / 10 ** decimals).toFixed(decimals)} ${currency}`;
}
