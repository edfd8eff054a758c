import type { SandboxNotification } from "../notifications/notify-options.ts";

/** The line that the command prints after a delivery. */
export function deliveryText(
  { provider, number, refund, status }: SandboxNotification,
  answer: number,
): string {
  const taken = answer >= 200 && answer < 300;
  const answered = answer === 0 ? "no answer" : `answered ${answer}`;
  const end = taken ? answered : `${answered}, not taken (it is delivered up to 5 times)`;
  return `${provider} notification ${number}, refund ${refund} ${status}: ${end}`;
}
